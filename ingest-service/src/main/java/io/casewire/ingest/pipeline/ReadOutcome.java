package io.casewire.ingest.pipeline;

import io.casewire.extraction.Rendition;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.Refusal;
import org.jspecify.annotations.Nullable;

/** What is in a file. */
public sealed interface ReadOutcome {
    /**
     * A document.
     *
     * @param rendition whose lines the records name; null where these are the file's own
     */
    record Read(ParsedDocument parsed, @Nullable Rendition rendition) implements ReadOutcome {}

    /** More files, which lie in the scratch folder given. */
    record Holds(Unpacked archive) implements ReadOutcome {}

    /** The service could not cope with it. */
    record Failed(Refusal refusal) implements ReadOutcome {}
}
