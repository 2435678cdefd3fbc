/** The calendar of working days. */
@NullMarked
package io.casewire.replication.calendar;

import org.jspecify.annotations.NullMarked;
