package io.casewire.ingest.document;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.pipeline.Ndjson;
import io.casewire.ingest.source.Reading;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks files up by either of their ids. */
@Component
class Archive {
    private final Sources sources;
    private final Blobs blobs;

    Archive(Sources sources, Blobs blobs) {
        this.sources = sources;
        this.blobs = blobs;
    }

    /**
     * The file of that id.
     *
     * @param id of a file, or of a document, which stands for its file that came last
     * @throws UnknownDocument when there is none
     */
    Source find(String id) {
        return lookUp(id).orElseThrow(() -> new UnknownDocument(id));
    }

    /** The file with what was noticed while it was parsed. */
    DocumentView view(Source source) {
        Reading reading = source.reading();
        @Nullable
        List<DiagnosticRecord> diagnostics =
                reading == null ? null : Ndjson.read(blobs.read(reading.diagnostics()), DiagnosticRecord.class);
        return DocumentView.of(source, diagnostics);
    }

    private Optional<Source> lookUp(String id) {
        try {
            return id.startsWith("doc-") ? sources.latestOf(new DocumentId(id)) : sources.find(new SourceId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
