package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.parsing.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that was parsed, ready to be published.
 *
 * @param records in document order; the document's own and diagnostics are passed over
 * @param kept where document and records are kept
 * @param refusal why nothing of it may be published; null where something may
 * @param corrected JSON pointers of corrected fields, by id of the record
 */
public record Submission(
        Upload upload,
        DocumentRecord document,
        List<ParsedRecord> records,
        BlobReference kept,
        @Nullable Refusal refusal,
        Map<String, List<String>> corrected) {
    public Submission {
        records = List.copyOf(records);
        corrected = Map.copyOf(corrected);
    }

    /** One as it was parsed. */
    public Submission(
            Upload upload,
            DocumentRecord document,
            List<ParsedRecord> records,
            BlobReference kept,
            @Nullable Refusal refusal) {
        this(upload, document, records, kept, refusal, Map.of());
    }

    /** The same, which nothing may be published of. */
    public Submission refused(Refusal reason) {
        return new Submission(upload, document, records, kept, reason, corrected);
    }

    /** What has events of its own, in document order. */
    List<Publishable> publishable() {
        return records.stream()
                .flatMap(record -> Publishable.of(record).stream())
                .map(record -> record.corrected(corrected.get(record.id())))
                .toList();
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
        RecordLines lines = RecordLines.read(blobs.read(kept));
        List<ParsedRecord> records = lines.records();
        if (!(records.getFirst() instanceof DocumentRecord document)) {
            throw new IllegalStateException("The records of " + upload.id() + " do not start with the document");
        }
        return new Submission(upload, document, records.subList(1, records.size()), kept, refusal, lines.corrected());
    }
}
