package io.casewire.ingest.document;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.source.Reading;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.SourceState;
import io.casewire.ingest.source.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as the public sees it.
 *
 * @param id of the file
 * @param documentId of the document it is a copy of; null until it is read
 * @param size in bytes
 * @param steps what happened so far, oldest first
 * @param waitingFor why it does not go on at this moment; null while it does
 * @param counts what was found in it; null until it is read
 * @param declared what it says itself; null where it says nothing
 * @param changes what its publication changed; null until it is published
 * @param refusal null unless it was rejected or failed
 * @param diagnostics what was noticed while it was parsed; null in lists and until it is read
 */
record DocumentView(
        String id,
        @Nullable String documentId,
        String name,
        long size,
        String sha256,
        SourceState state,
        Instant receivedAt,
        boolean backfill,
        String correlationId,
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable Genre genre,
        List<Step> steps,
        @Nullable String waitingFor,
        DocumentRecord.@Nullable Counts counts,
        DocumentRecord.@Nullable DeclaredCounts declared,
        @Nullable Changes changes,
        @Nullable Refusal refusal,
        int diagnosticCount,
        @Nullable List<DiagnosticRecord> diagnostics) {

    static DocumentView of(Source source) {
        return of(source, null);
    }

    static DocumentView of(Source source, @Nullable List<DiagnosticRecord> diagnostics) {
        Reading reading = source.reading();
        return new DocumentView(
                source.id(),
                reading == null ? null : reading.documentId(),
                source.name(),
                source.original().size(),
                source.original().sha256(),
                source.state(),
                source.receivedAt(),
                source.backfill(),
                source.correlationId(),
                reading == null ? null : reading.title(),
                reading == null ? null : reading.documentNumber(),
                reading == null ? null : reading.genre(),
                source.steps(),
                source.waitingFor(),
                reading == null ? null : reading.counts(),
                reading == null ? null : reading.declared(),
                source.changes(),
                source.refusal(),
                reading == null ? 0 : reading.diagnosticCount(),
                diagnostics);
    }
}
