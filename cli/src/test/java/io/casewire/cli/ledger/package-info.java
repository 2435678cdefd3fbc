/** Tests of the ledger as a file. */
@NullMarked
package io.casewire.cli.ledger;

import org.jspecify.annotations.NullMarked;
