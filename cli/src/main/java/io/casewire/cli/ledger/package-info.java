/** {@code casewire ledger}: the ledger of obligations, out as a table and in again, and whether its history is what was reported. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
