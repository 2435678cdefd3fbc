package io.casewire.ingest.document;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.upload.ArchiveContents;
import io.casewire.ingest.upload.ArchiveOrigin;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Step;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.WebOrigin;
import io.casewire.parsing.Refusal;
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
 * @param superseded what was not published of it; null unless it is superseded
 * @param refusal null unless it was rejected or failed
 * @param archive that it came in; null where it was sent by itself
 * @param contents of an archive, with the id of each file in it; null for documents
 * @param origin that it was fetched from; null where it was sent
 * @param held that it waits for a person, or did; null where nothing held it
 * @param parser version of the parser that read it; null until it is read, or where that was not noted
 * @param diagnostics what was noticed while it was parsed; null in lists and until it is read
 */
record DocumentView(
        String id,
        @Nullable String documentId,
        String name,
        long size,
        String sha256,
        UploadState state,
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
        @Nullable SupersededView superseded,
        @Nullable Refusal refusal,
        @Nullable ArchiveOrigin archive,
        @Nullable ArchiveContents contents,
        @Nullable WebOrigin origin,
        @Nullable HeldView held,
        @Nullable Integer parser,
        int diagnosticCount,
        @Nullable List<DiagnosticRecord> diagnostics) {

    /**
     * Records of a file of which a file received later says otherwise.
     *
     * @param records null in lists
     */
    record SupersededView(int count, @Nullable List<SupersededRecord> records) {}

    static DocumentView of(Upload upload) {
        return of(upload, null, null);
    }

    static DocumentView of(
            Upload upload, @Nullable List<DiagnosticRecord> diagnostics, @Nullable List<SupersededRecord> superseded) {
        ParseResult parse = upload.parse();
        return new DocumentView(
                upload.id(),
                parse == null ? null : parse.documentId(),
                upload.name(),
                upload.original().size(),
                upload.original().sha256(),
                upload.state(),
                upload.receivedAt(),
                upload.backfill(),
                upload.correlationId(),
                parse == null ? null : parse.title(),
                parse == null ? null : parse.documentNumber(),
                parse == null ? null : parse.genre(),
                upload.steps(),
                upload.waitingFor(),
                parse == null ? null : parse.counts(),
                parse == null ? null : parse.declared(),
                upload.changes(),
                upload.superseded() == null
                        ? null
                        : new SupersededView(upload.superseded().count(), superseded),
                upload.refusal(),
                upload.archive(),
                upload.contents(),
                upload.origin(),
                HeldView.of(upload),
                parse == null ? null : parse.parser(),
                parse == null ? 0 : parse.diagnosticCount(),
                diagnostics);
    }
}
