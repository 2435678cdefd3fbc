package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * What is known of a document's publishing, apart from its records.
 *
 * @param id the document's
 * @param revision of the document's last event, that of a pending batch included; null before its first
 * @param newestReceivedAt when the newest file published of it was received
 * @param newestUpload that file
 * @param pending a batch that may be half sent; null where nothing is left to do
 */
record Publication(
        @Id String id,
        @Nullable Long revision,
        @Nullable Instant newestReceivedAt,
        @Field("newestSource") @Nullable String newestUpload,
        @Nullable Pending pending) {

    /**
     * A batch that was begun: what cannot be worked out again once some of its records are noted. The rest follows from
     * the kept records and from what is noted, which nobody else changes before the batch is carried out.
     *
     * @param plan the whole batch as kept by versions before 0.1; the others are null then
     * @param at time of its events
     * @param upload null unless a file is published or refused
     * @param decision null unless an operator decided about a record
     */
    record Pending(
            @Nullable BlobReference plan,
            @Nullable Instant at,
            @Nullable PendingUpload upload,
            @Nullable PendingDecision decision) {}

    /**
     * A file.
     *
     * @param records of the parse that is published: a file may be parsed again
     * @param revision of the document's event; null where there is none
     * @param changes of the document's event; null where the file is refused
     * @param refusal null unless the file is refused
     * @param note for the file's last step
     */
    record PendingUpload(
            @Field("upload") String uploadId,
            BlobReference records,
            @Nullable Long revision,
            @Nullable Changes changes,
            @Nullable Refusal refusal,
            @Nullable String note) {}

    /**
     * An operator's decision.
     *
     * @param revision that the record gets by it
     * @param withdrawnBecause null where the record is made valid again
     */
    record PendingDecision(
            String record, long revision, @Nullable String withdrawnBecause, String correlationId) {}

    long lastRevision() {
        return revision == null ? 0 : revision;
    }

    /** The newest file published of the document; null where none is. */
    @Nullable
    Origin newest() {
        return newestReceivedAt == null || newestUpload == null ? null : new Origin(newestReceivedAt, newestUpload);
    }

    /** Whether that file is older than the newest published. */
    boolean isNewerThan(Origin origin) {
        Origin newest = newest();
        return newest != null && newest.isAfter(origin);
    }

    /** The file by which a published record stands; null where nothing is known of it. */
    @Nullable
    Origin originOf(PublishedRecord record) {
        return record.origin() == null ? newest() : record.origin();
    }

    /** Whether a published record stands by a file received later than that one. */
    boolean isSuperseded(PublishedRecord record, Origin origin) {
        Origin known = originOf(record);
        return known != null && known.isAfter(origin);
    }
}
