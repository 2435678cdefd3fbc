/** Deadlines and reminders. */
@NullMarked
package io.casewire.replication.due;

import org.jspecify.annotations.NullMarked;
