@NullMarked
package io.casewire.calendar;

import org.jspecify.annotations.NullMarked;
