package io.casewire.replication.attachment;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import java.time.Instant;
import java.util.Objects;

/**
 * Why the bytes of a file are destroyed.
 *
 * @param actor token subject of who decided it
 */
record Purge(String actor, Instant at, String reason) {
    static Purge of(Attachment file) {
        return new Purge(file.actor(), file.at(), Objects.requireNonNullElse(file.reason(), ""));
    }
}
