/** The records that parsing a document yields: what {@code casewire parse} prints and what events carry. */
@NullMarked
package io.casewire.contracts.parsed;

import org.jspecify.annotations.NullMarked;
