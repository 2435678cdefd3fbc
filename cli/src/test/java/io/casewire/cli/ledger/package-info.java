/** Tests of the ledger as a file and of verifying it. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
