/** Tests of verifying the ledger. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
