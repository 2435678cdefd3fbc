/** What people read. */
@NullMarked
package io.casewire.replication.statistics;

import org.jspecify.annotations.NullMarked;
