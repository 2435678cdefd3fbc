package io.casewire.ingest.inbox;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.upload.ArchiveContents.LeftOut;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is laid beside a file that is through; the names are those of {@code GET /api/ingest/v1/documents/{id}}.
 *
 * @param file its name in the inbox, with its folders
 * @param size in bytes
 * @param modified when the file was written last
 * @param state how it ended; {@link #REFUSED} where it was not even taken, {@link #REMOVED} where somebody removed it meanwhile
 * @param id of the upload; null where there is none
 * @param sha256 of its bytes; null where there is no upload
 * @param receivedAt null where there is no upload
 * @param documentId null until it is read
 * @param counts what was found in it; null until it is read
 * @param declared what it says itself; null where it says nothing
 * @param changes what its publication changed; null unless it is published
 * @param refusal why nothing of it is published; null where something is
 * @param members files of an archive, each with its end; null for documents
 * @param leftOut files of an archive that were not taken; null for documents
 * @param diagnostics what was noticed while it was parsed; empty where it was not
 */
record Report(
        String file,
        long size,
        Instant modified,
        String state,
        @Nullable String id,
        @Nullable String sha256,
        @Nullable Instant receivedAt,
        @Nullable String documentId,
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable Genre genre,
        DocumentRecord.@Nullable Counts counts,
        DocumentRecord.@Nullable DeclaredCounts declared,
        @Nullable Changes changes,
        @Nullable Refusal refusal,
        @Nullable List<MemberEnd> members,
        @Nullable List<LeftOut> leftOut,
        List<DiagnosticRecord> diagnostics) {
    static final String REFUSED = "REFUSED";
    static final String REMOVED = "REMOVED";

    /**
     * How a file of an archive ended.
     *
     * @param name its path in the archive
     * @param refusal null where it was published
     */
    record MemberEnd(
            String name, String id, String state, @Nullable Refusal refusal) {}

    /** Of a file that has no upload. */
    static Report without(String file, Shape shape, String state, Refusal refusal) {
        return new Report(
                file,
                shape.size(),
                shape.modified().toInstant(),
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                refusal,
                null,
                null,
                List.of());
    }

    static Report of(
            String file,
            Shape shape,
            Upload upload,
            @Nullable List<MemberEnd> members,
            List<DiagnosticRecord> diagnostics) {
        ParseResult parse = upload.parse();
        return new Report(
                file,
                shape.size(),
                shape.modified().toInstant(),
                upload.state().name(),
                upload.id(),
                upload.original().sha256(),
                upload.receivedAt(),
                parse == null ? null : parse.documentId(),
                parse == null ? null : parse.title(),
                parse == null ? null : parse.documentNumber(),
                parse == null ? null : parse.genre(),
                parse == null ? null : parse.counts(),
                parse == null ? null : parse.declared(),
                upload.changes(),
                upload.refusal(),
                members,
                upload.contents() == null ? null : upload.contents().leftOut(),
                diagnostics);
    }
}
