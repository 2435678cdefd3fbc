package io.casewire.ingest.upload;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A file as received and how far it has come; one document in the store.
 *
 * @param id {@link SourceId} of its bytes
 * @param name as uploaded, without folders
 * @param receivedBy subject of the token it came with; not shown to the public
 * @param correlationId goes into every event that follows from it
 * @param backfill whether its records are history that alerts nobody
 * @param steps what happened so far, oldest first
 * @param parseAttempts how often work on it was begun and did not come to the next step; counted before it begins, so
 *     that a file that kills the service is not tried forever
 * @param waitingFor why it waits; null while it does not
 * @param text the repaired text with its line map; null before {@link UploadState#EXTRACTED}
 * @param parse null before {@link UploadState#PARSED}
 * @param changes what its publication changed; null before {@link UploadState#PUBLISHED}
 * @param superseded what was not published of it; null unless it is {@link UploadState#SUPERSEDED}
 * @param refusal null unless it was rejected or failed
 * @param archive that it came in; null where it was sent by itself
 * @param contents of an archive; null before {@link UploadState#UNPACKED}
 */
public record Upload(
        @Id String id,
        String name,
        BlobReference original,
        Instant receivedAt,
        String receivedBy,
        String correlationId,
        boolean backfill,
        UploadState state,
        List<Step> steps,
        @Field("readings") int parseAttempts,
        @Nullable String waitingFor,
        @Nullable BlobReference text,
        @Field("reading") @Nullable ParseResult parse,
        @Nullable Changes changes,
        @Nullable Superseded superseded,
        @Nullable Refusal refusal,
        @Nullable ArchiveOrigin archive,
        @Nullable ArchiveContents contents) {
    public Upload {
        steps = List.copyOf(steps);
    }

    /** A file whose bytes have just been kept. */
    public static Upload received(
            String name,
            BlobReference original,
            Instant at,
            String receivedBy,
            String correlationId,
            boolean backfill) {
        return received(name, original, at, receivedBy, correlationId, backfill, null);
    }

    /** A file of this archive whose bytes have just been kept: received when the archive was, by the same. */
    public Upload member(String member, String memberName, BlobReference bytes) {
        return received(
                memberName, bytes, receivedAt, receivedBy, correlationId, backfill, new ArchiveOrigin(id, member));
    }

    private static Upload received(
            String name,
            BlobReference original,
            Instant at,
            String receivedBy,
            String correlationId,
            boolean backfill,
            @Nullable ArchiveOrigin archive) {
        return new Upload(
                SourceId.ofSha256(original.sha256()).value(),
                name,
                original,
                at,
                receivedBy,
                correlationId,
                backfill,
                UploadState.RECEIVED,
                List.of(new Step(UploadState.RECEIVED, at, null, null)),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                archive,
                null);
    }

    public SourceId uploadId() {
        return new SourceId(id);
    }
}
