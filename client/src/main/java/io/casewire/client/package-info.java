/** Reads Casewire's topics in other systems: typed events, from the beginning and then live, at least once. */
@NullMarked
package io.casewire.client;

import org.jspecify.annotations.NullMarked;
