/** Who has to replicate which case, and how far each region has come. */
@NullMarked
package io.casewire.replication;

import org.jspecify.annotations.NullMarked;
