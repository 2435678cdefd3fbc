/** The calendar of working days this service counts by, with the years an operator added. */
@NullMarked
package io.casewire.replication.calendar;

import org.jspecify.annotations.NullMarked;
