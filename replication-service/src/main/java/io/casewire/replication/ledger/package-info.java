/** The ledger (台账): each obligation, its steps, and the rules of who may take which. */
@NullMarked
package io.casewire.replication.ledger;

import org.jspecify.annotations.NullMarked;
