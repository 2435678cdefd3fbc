/** Telling and hearing events: publishing with acknowledgement, batch listeners, dead letters, the outbox relay. */
@NullMarked
package io.casewire.messaging;

import org.jspecify.annotations.NullMarked;
