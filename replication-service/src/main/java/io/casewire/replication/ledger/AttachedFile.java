package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to attach; see {@link Attachment} for what the parts mean.
 *
 * @param size in bytes
 */
public record AttachedFile(
        String sha256, String name, @Nullable String title, String type, long size) {
    /** What evidence that is a file of the obligation begins with, before the digest. */
    public static final String EVIDENCE = "attachment:";

    Attachment added(String actor, Instant at) {
        return new Attachment(Attachment.Act.ADDED, sha256, name, title, type, size, actor, at, null);
    }
}
