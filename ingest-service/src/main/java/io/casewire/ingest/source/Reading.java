package io.casewire.ingest.source;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.ingest.blob.BlobReference;
import org.jspecify.annotations.Nullable;

/**
 * What the parser made of a file.
 *
 * @param documentId the document it is a copy of
 * @param records the document's and its records, one JSON object a line, as {@code casewire parse} prints them without
 *     diagnostics
 * @param diagnostics what was noticed, in the same form
 * @param diagnosticCount how many lines those are
 */
public record Reading(
        String documentId,
        @Nullable String title,
        @Nullable String documentNumber,
        Genre genre,
        DocumentRecord.Counts counts,
        DocumentRecord.@Nullable DeclaredCounts declared,
        BlobReference records,
        BlobReference diagnostics,
        int diagnosticCount) {}
