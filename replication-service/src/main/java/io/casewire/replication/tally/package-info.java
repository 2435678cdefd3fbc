/** Keeps in memory how far each obligation has come, so that counts ask the store for nothing. */
@NullMarked
package io.casewire.replication.tally;

import org.jspecify.annotations.NullMarked;
