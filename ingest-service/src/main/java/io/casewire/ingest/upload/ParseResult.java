package io.casewire.ingest.upload;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.parsing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the parser made of an upload.
 *
 * @param documentId the document it is a copy of
 * @param records the document's and its records, one JSON object a line, as {@code casewire parse} prints them without
 *     diagnostics
 * @param diagnostics what was noticed, in the same form
 * @param diagnosticCount how many lines those are
 * @param refusal why nothing of it may be published; null where something may
 * @param parser the version that read it, {@link io.casewire.parsing.ParserVersion}; null where it was read before that
 *     was noted
 */
public record ParseResult(
        String documentId,
        @Nullable String title,
        @Nullable String documentNumber,
        Genre genre,
        DocumentRecord.Counts counts,
        DocumentRecord.@Nullable DeclaredCounts declared,
        BlobReference records,
        BlobReference diagnostics,
        int diagnosticCount,
        @Nullable Refusal refusal,
        @Nullable Integer parser) {}
