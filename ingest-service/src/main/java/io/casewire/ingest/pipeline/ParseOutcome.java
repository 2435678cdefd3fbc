package io.casewire.ingest.pipeline;

import io.casewire.parsing.ParsedDocument;

/** How a parser run ended. */
public sealed interface ParseOutcome {
    /** It came to its end. */
    record Done(ParsedDocument parsed) implements ParseOutcome {}

    /** It took longer than allowed. */
    record TimedOut() implements ParseOutcome {}

    /** It met a bug of ours, or a file that is too much for the memory or the stack. */
    record Crashed(Throwable cause) implements ParseOutcome {}
}
