package io.casewire.ingest.document;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.parse.ParsedDocument;
import io.casewire.ingest.pipeline.Ndjson;
import io.casewire.ingest.pipeline.ParseOutcome;
import io.casewire.ingest.pipeline.ParserThreads;
import io.casewire.ingest.publish.Preview;
import io.casewire.ingest.source.Reading;
import io.casewire.ingest.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows what would be published; keeps nothing. */
@Component
class DryRun {
    private final Intake intake;
    private final ParserThreads parser;
    private final Preview.Previews previews;
    private final Blobs blobs;

    DryRun(Intake intake, ParserThreads parser, Preview.Previews previews, Blobs blobs) {
        this.intake = intake;
        this.parser = parser;
        this.previews = previews;
        this.blobs = blobs;
    }

    /** A preview with what was noticed while the file was parsed. */
    record Shown(Preview preview, List<DiagnosticRecord> diagnostics) {}

    /**
     * Of a file that is being sent.
     *
     * @throws UploadRefused as an upload is refused, and where the file cannot be parsed
     */
    Shown of(InputStream in, String name) throws IOException, InterruptedException {
        byte[] bytes = intake.spooling(in, file -> {
            try (InputStream spooled = file.open()) {
                return spooled.readAllBytes();
            }
        });
        return switch (parser.parse(bytes, name)) {
            case ParseOutcome.Done(ParsedDocument parsed) ->
                new Shown(previews.of(parsed.document(), parsed.records()), parsed.diagnostics());
            case ParseOutcome.TimedOut _ -> throw unparsable("Reading this file took longer than the service allows.");
            case ParseOutcome.Crashed _ -> throw unparsable("The service failed on this file.");
        };
    }

    /**
     * Of a file that is kept, beside what is published now.
     *
     * @throws NotReadYet when it has no records yet
     */
    Shown of(Source source) {
        Reading reading = source.reading();
        if (reading == null) {
            throw new NotReadYet(source);
        }
        List<ParsedRecord> records = Ndjson.read(blobs.read(reading.records()), ParsedRecord.class);
        if (!(records.getFirst() instanceof DocumentRecord document)) {
            throw new IllegalStateException("The records of " + source.id() + " do not start with the document");
        }
        return new Shown(
                previews.of(document, records), Ndjson.read(blobs.read(reading.diagnostics()), DiagnosticRecord.class));
    }

    private static UploadRefused unparsable(String detail) {
        return UploadRefused.badRequest("document-unparsable", "The document cannot be parsed", detail);
    }
}
