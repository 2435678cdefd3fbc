/** The embedded store as a server of its own, for trials without MongoDB. */
@NullMarked
package io.casewire.operations.store;

import org.jspecify.annotations.NullMarked;
