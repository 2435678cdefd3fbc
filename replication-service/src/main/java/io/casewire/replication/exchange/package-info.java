/** The ledger as a table for Excel, out and in again. */
@NullMarked
package io.casewire.replication.exchange;

import org.jspecify.annotations.NullMarked;
