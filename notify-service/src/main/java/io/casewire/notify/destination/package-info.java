/** Where messages may be sent: one reading of URLs, one table of forbidden networks, asked again at every connection. */
@NullMarked
package io.casewire.notify.destination;

import org.jspecify.annotations.NullMarked;
