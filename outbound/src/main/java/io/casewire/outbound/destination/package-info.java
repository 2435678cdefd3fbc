/** Where may be connected to: one reading of URLs, one table of forbidden networks, asked again at every connection. */
@NullMarked
package io.casewire.outbound.destination;

import org.jspecify.annotations.NullMarked;
