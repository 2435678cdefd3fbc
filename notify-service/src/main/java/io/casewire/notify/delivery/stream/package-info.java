/** The live stream: every public event, shortly, to whoever looks. Nothing is stored and nothing waits for a reader. */
@NullMarked
package io.casewire.notify.delivery.stream;

import org.jspecify.annotations.NullMarked;
