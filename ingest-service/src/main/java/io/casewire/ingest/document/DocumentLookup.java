package io.casewire.ingest.document;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Superseded;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks files up by either of their ids. */
@Component
class DocumentLookup {
    private final Uploads uploads;
    private final Blobs blobs;

    DocumentLookup(Uploads uploads, Blobs blobs) {
        this.uploads = uploads;
        this.blobs = blobs;
    }

    /**
     * The file of that id.
     *
     * @param id of a file, or of a document, which stands for its file that came last
     * @throws UnknownDocument when there is none
     */
    Upload find(String id) {
        return lookUp(id).orElseThrow(() -> new UnknownDocument(id));
    }

    /** The file with what was noticed while it was parsed. */
    DocumentView view(Upload upload) {
        ParseResult parse = upload.parse();
        @Nullable
        List<DiagnosticRecord> diagnostics =
                parse == null ? null : Ndjson.read(blobs.read(parse.diagnostics()), DiagnosticRecord.class);
        Superseded superseded = upload.superseded();
        @Nullable
        List<SupersededRecord> listed =
                superseded == null ? null : Ndjson.read(blobs.read(superseded.records()), SupersededRecord.class);
        return DocumentView.of(upload, diagnostics, listed);
    }

    private Optional<Upload> lookUp(String id) {
        try {
            return id.startsWith("doc-") ? uploads.latestOf(new DocumentId(id)) : uploads.find(new SourceId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
