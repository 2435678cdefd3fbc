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
 * @param origin that it was fetched from; null where it was sent, or came in an archive
 * @param hold why it waits, or waited, for a person; null where nothing holds it
 * @param reread the run that had it read again last; null where none did
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
        @Nullable ArchiveContents contents,
        @Nullable WebOrigin origin,
        @Nullable Hold hold,
        @Nullable Reread reread) {
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

    /**
     * The same.
     *
     * @param origin that it was fetched from; null where it was sent
     */
    public static Upload received(
            String name,
            BlobReference original,
            Instant at,
            String receivedBy,
            String correlationId,
            boolean backfill,
            @Nullable WebOrigin origin) {
        return received(name, original, at, receivedBy, correlationId, backfill, null, origin);
    }

    /**
     * A run that had the file read again and put the new reading in the place of the old.
     *
     * @param documentBefore the document that the reading before it was of
     */
    public record Reread(String run, @Nullable String documentBefore) {}

    /** The same, not to be published before a person says so. */
    public Upload heldOnRequest() {
        return with(Hold.ASKED);
    }

    private Upload with(@Nullable Hold given) {
        return new Upload(
                id,
                name,
                original,
                receivedAt,
                receivedBy,
                correlationId,
                backfill,
                state,
                steps,
                parseAttempts,
                waitingFor,
                text,
                parse,
                changes,
                superseded,
                refusal,
                archive,
                contents,
                origin,
                given,
                reread);
    }

    /** Whether it waits for a person, so that nothing happens to it by itself. */
    public boolean held() {
        return state == UploadState.PARSED && hold != null && hold.open();
    }

    /** Whether nothing more happens to it by itself. */
    public boolean settled() {
        return state.isFinal() || held();
    }

    /** Whether something of it is, or was, on the topics, also while another reading of it is under way. */
    public boolean wasPublished() {
        return state.isPublished() || changes != null;
    }

    /** The reading that is published, or else the only one; null before it is parsed. */
    public @Nullable ParseResult standing() {
        return hold != null && hold.before() != null ? hold.before().parse() : parse;
    }

    /** A file of this archive whose bytes have just been kept: received when the archive was, by the same. */
    public Upload member(String member, String memberName, BlobReference bytes) {
        Upload received = received(
                memberName,
                bytes,
                receivedAt,
                receivedBy,
                correlationId,
                backfill,
                new ArchiveOrigin(id, member),
                null);
        return hold != null && hold.asked() ? received.heldOnRequest() : received;
    }

    private static Upload received(
            String name,
            BlobReference original,
            Instant at,
            String receivedBy,
            String correlationId,
            boolean backfill,
            @Nullable ArchiveOrigin archive,
            @Nullable WebOrigin origin) {
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
                null,
                origin,
                null,
                null);
    }

    public SourceId uploadId() {
        return new SourceId(id);
    }
}
