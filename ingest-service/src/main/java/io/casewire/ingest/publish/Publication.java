package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import java.util.List;
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
 * @param corrected whether any record of it was ever corrected; null where none was, so that nobody has to look
 */
record Publication(
        @Id String id,
        @Nullable Long revision,
        @Nullable Instant newestReceivedAt,
        @Field("newestSource") @Nullable String newestUpload,
        @Nullable Pending pending,
        @Nullable Boolean corrected) {

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
     * A person's decision.
     *
     * @param revision that the record gets by it
     * @param withdrawnBecause null where the record is made valid again, or corrected
     * @param content the record as corrected, as JSON; null where it stays as it is
     * @param corrected JSON pointers of its corrected fields; null where there are none, or it stays as it is
     */
    record PendingDecision(
            String record,
            long revision,
            @Nullable String withdrawnBecause,
            String correlationId,
            @Nullable String content,
            @Nullable List<String> corrected) {
        /** One about whether the record holds. No constructor: of several, the store's mapping finds none. */
        static PendingDecision ofValidity(
                String record, long revision, @Nullable String withdrawnBecause, String correlationId) {
            return new PendingDecision(record, revision, withdrawnBecause, correlationId, null, null);
        }
    }

    boolean mayBeCorrected() {
        return Boolean.TRUE.equals(corrected);
    }

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
