/** An HTTP client that connects to checked addresses only. */
@NullMarked
package io.casewire.outbound.client;

import org.jspecify.annotations.NullMarked;
