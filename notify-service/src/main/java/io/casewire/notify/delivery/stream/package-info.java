/** The live stream: every public event, shortly, to whoever looks; resumed by the place in the topics. */
@NullMarked
package io.casewire.notify.delivery.stream;

import org.jspecify.annotations.NullMarked;
