/** Dates as Chinese documents print them, at the precision they print them. */
@NullMarked
package io.casewire.ingest.calendar;

import org.jspecify.annotations.NullMarked;
