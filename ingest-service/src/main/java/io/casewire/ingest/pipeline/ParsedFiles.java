package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.pipeline.ReadOutcome.Read;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.ParserVersion;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps what was read of a file. */
@Component
public class ParsedFiles {
    private final Blobs blobs;

    ParsedFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * A reading that is kept.
     *
     * @param text the repaired text with its line map
     */
    public record Kept(ParsedDocument parsed, BlobReference text, ParseResult result) {}

    /** Keeps text, records and diagnostics; durable when it returns. Keeping the same again changes nothing. */
    public Kept keep(Read read) {
        ParsedDocument parsed = read.parsed();
        DocumentRecord document = parsed.document();
        List<ParsedRecord> records = new ArrayList<>(parsed.records().size() + 1);
        records.add(document);
        records.addAll(parsed.records());
        List<BlobReference> kept = blobs.putAll(List.of(
                Ndjson.write(TextLine.of(parsed.text(), read.rendition())),
                Ndjson.write(records),
                Ndjson.write(parsed.diagnostics())));
        ParseResult result = new ParseResult(
                document.id().value(),
                document.title(),
                document.documentNumber(),
                document.genre(),
                document.counts(),
                document.declared(),
                kept.get(1),
                kept.get(2),
                parsed.diagnostics().size(),
                parsed.refusal(),
                ParserVersion.CURRENT);
        return new Kept(parsed, kept.getFirst(), result);
    }
}
