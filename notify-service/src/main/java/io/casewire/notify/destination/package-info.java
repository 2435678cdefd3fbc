/** Where messages may go: what the operator says of it to the guard. */
@NullMarked
package io.casewire.notify.destination;

import org.jspecify.annotations.NullMarked;
