/** The ledger. */
@NullMarked
package io.casewire.replication.ledger;

import org.jspecify.annotations.NullMarked;
