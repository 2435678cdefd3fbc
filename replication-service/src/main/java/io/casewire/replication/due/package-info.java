/** Deadlines of obligations: set by hand, one or many at once, and reminded of by working days. */
@NullMarked
package io.casewire.replication.due;

import org.jspecify.annotations.NullMarked;
