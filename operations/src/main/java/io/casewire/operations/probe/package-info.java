/** Asks a server of the same container whether it is well. */
@NullMarked
package io.casewire.operations.probe;

import org.jspecify.annotations.NullMarked;
