/** Dates as Chinese documents print them, at the precision they print them. */
@NullMarked
package io.casewire.parsing.field.calendar;

import org.jspecify.annotations.NullMarked;
