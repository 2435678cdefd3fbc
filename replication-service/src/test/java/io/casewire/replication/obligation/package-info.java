/** Derivation of obligations. */
@NullMarked
package io.casewire.replication.obligation;

import org.jspecify.annotations.NullMarked;
