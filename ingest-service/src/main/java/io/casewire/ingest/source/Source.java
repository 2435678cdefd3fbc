package io.casewire.ingest.source;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A file as received and how far it has come; one document in the store.
 *
 * @param id {@link SourceId} of its bytes
 * @param name as uploaded, without folders
 * @param receivedBy subject of the token it came with; not shown to the public
 * @param correlationId goes into every event that follows from it
 * @param backfill whether its records are history that alerts nobody
 * @param steps what happened so far, oldest first
 * @param readings how often the parser was started on it; counted before the start, so that a file that kills the
 *     service is not tried for ever
 * @param notBefore when it is to be worked on next
 * @param waitingFor why it waits; null while it does not
 * @param text the repaired text with its line map; null before {@link SourceState#EXTRACTED}
 * @param reading null before {@link SourceState#PARSED}
 * @param changes what its publication changed; null before {@link SourceState#PUBLISHED}
 * @param refusal null unless it was rejected or failed
 */
public record Source(
        @Id String id,
        String name,
        BlobReference original,
        Instant receivedAt,
        String receivedBy,
        String correlationId,
        boolean backfill,
        SourceState state,
        List<Step> steps,
        int readings,
        Instant notBefore,
        @Nullable String waitingFor,
        Instant leasedUntil,
        @Nullable String leaseToken,
        @Nullable BlobReference text,
        @Nullable Reading reading,
        @Nullable Changes changes,
        @Nullable Refusal refusal) {
    public Source {
        steps = List.copyOf(steps);
    }

    /** A file whose bytes have just been kept. */
    public static Source received(
            String name,
            BlobReference original,
            Instant at,
            String receivedBy,
            String correlationId,
            boolean backfill) {
        return new Source(
                SourceId.ofSha256(original.sha256()).value(),
                name,
                original,
                at,
                receivedBy,
                correlationId,
                backfill,
                SourceState.RECEIVED,
                List.of(new Step(SourceState.RECEIVED, at, null, null)),
                0,
                at,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null);
    }

    public SourceId sourceId() {
        return new SourceId(id);
    }
}
