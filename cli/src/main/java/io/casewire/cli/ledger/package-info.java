/** {@code casewire ledger}: the ledger of obligations, out as a table and in again. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
