/** Typed identifiers, and how stable ones are derived. */
@NullMarked
package io.casewire.contracts.id;

import org.jspecify.annotations.NullMarked;
