/** The working days of China: weekdays, without the days off and with the make-up days that the State Council announces. */
@NullMarked
package io.casewire.calendar;

import org.jspecify.annotations.NullMarked;
