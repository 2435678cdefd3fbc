package io.casewire.ingest.document;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.extraction.worker.Scratch;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.extraction.ScratchFolder;
import io.casewire.ingest.pipeline.DocumentReader;
import io.casewire.ingest.pipeline.DocumentReader.Source;
import io.casewire.ingest.pipeline.ReadOutcome;
import io.casewire.ingest.publish.Preview;
import io.casewire.ingest.publish.Submission;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows what would be published; keeps nothing. */
@Component
class DryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

    private final UploadReceiver receiver;
    private final DocumentReader reader;
    private final ScratchFolder scratches;
    private final Preview.Previews previews;
    private final Blobs blobs;

    DryRun(
            UploadReceiver receiver,
            DocumentReader reader,
            ScratchFolder scratches,
            Preview.Previews previews,
            Blobs blobs) {
        this.receiver = receiver;
        this.reader = reader;
        this.scratches = scratches;
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
        Source source = receiver.spooling(in, file -> {
            try (InputStream spooled = file.open()) {
                return new Source(spooled.readAllBytes(), name, file.sha256());
            }
        });
        try (Scratch scratch = scratches.scratch()) {
            return switch (reader.read(source, scratch, () -> {})) {
                case ReadOutcome.Read(ParsedDocument parsed, var _) ->
                    new Shown(previews.of(parsed.document(), parsed.records()), parsed.diagnostics());
                case ReadOutcome.Holds _ ->
                    throw UploadRefused.badRequest(
                            "archive-without-preview",
                            "That is for one document",
                            "This is an archive; dryRun can be given for each document in it.");
                case ReadOutcome.Failed(Refusal refusal) -> throw unparsable(refusal.reason());
            };
        } catch (UncheckedIOException e) {
            LOG.warn("{} cannot be taken apart now", name, e);
            throw UploadRefused.noRoom("The file cannot be taken apart at this moment. Nothing was kept.");
        }
    }

    /**
     * Of a file that is kept, beside what is published now.
     *
     * @throws NotParsedYet when it has no records yet
     */
    Shown of(Upload upload) {
        ParseResult parse = upload.parse();
        if (parse == null) {
            throw new NotParsedYet(upload);
        }
        return new Shown(
                previews.of(Submission.kept(upload, blobs)),
                Ndjson.read(blobs.read(parse.diagnostics()), DiagnosticRecord.class));
    }

    private static UploadRefused unparsable(String detail) {
        return UploadRefused.badRequest("document-unparsable", "The document cannot be parsed", detail);
    }
}
