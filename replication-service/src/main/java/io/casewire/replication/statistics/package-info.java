/** Reads the ledger for people: adoption of a case, ledger of a region, rates, matrix and map. */
@NullMarked
package io.casewire.replication.statistics;

import org.jspecify.annotations.NullMarked;
