/** {@code casewire ledger}: whether the history of obligations is what was reported. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
