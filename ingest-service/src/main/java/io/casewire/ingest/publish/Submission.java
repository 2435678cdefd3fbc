package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.parsing.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was parsed, ready to be published.
 *
 * @param records in document order; the document's own and diagnostics are passed over
 * @param kept where document and records are kept
 * @param refusal why nothing of it may be published; null where something may
 */
public record Submission(
        Upload upload,
        DocumentRecord document,
        List<ParsedRecord> records,
        BlobReference kept,
        @Nullable Refusal refusal) {
    public Submission {
        records = List.copyOf(records);
    }

    /**
     * As kept when it was parsed.
     *
     * @throws IllegalStateException when the file is not parsed
     */
    public static Submission kept(Upload upload, Blobs blobs) {
        ParseResult parse = upload.parse();
        if (parse == null) {
            throw new IllegalStateException(upload.id() + " is not parsed");
        }
        return of(upload, parse.records(), parse.refusal(), blobs);
    }

    static Submission of(Upload upload, BlobReference kept, @Nullable Refusal refusal, Blobs blobs) {
        List<ParsedRecord> records = Ndjson.read(blobs.read(kept), ParsedRecord.class);
        if (!(records.getFirst() instanceof DocumentRecord document)) {
            throw new IllegalStateException("The records of " + upload.id() + " do not start with the document");
        }
        return new Submission(upload, document, records.subList(1, records.size()), kept, refusal);
    }
}
