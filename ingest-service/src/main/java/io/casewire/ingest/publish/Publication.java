package io.casewire.ingest.publish;

import io.casewire.ingest.blob.BlobReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What is known of a document's publishing, apart from its records.
 *
 * @param id the document's
 * @param revision of the document's last planned event; null before its first
 * @param newestReceivedAt when the file that was published last was received
 * @param newestSource that file
 * @param pending a plan that is decided and may be half sent; null where nothing is left to do
 */
record Publication(
        @Id String id,
        @Nullable Long revision,
        @Nullable Instant newestReceivedAt,
        @Nullable String newestSource,
        @Nullable Pending pending) {

    /** A plan to be carried out. */
    record Pending(String planId, BlobReference plan) {}

    long lastRevision() {
        return revision == null ? 0 : revision;
    }

    /** Whether a file received then is older than what is published. */
    boolean isNewerThan(Instant receivedAt, String source) {
        if (newestReceivedAt == null || newestSource == null) {
            return false;
        }
        int order = newestReceivedAt.compareTo(receivedAt);
        return order > 0 || (order == 0 && newestSource.compareTo(source) > 0);
    }
}
