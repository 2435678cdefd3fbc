package io.casewire.ingest.source;

import java.util.Arrays;
import java.util.List;

/** How far a file has come. */
public enum SourceState {
    /** Its bytes are kept; from here on it is never lost. */
    RECEIVED,
    /** Its text is repaired and kept. */
    EXTRACTED,
    /** Its records are kept. */
    PARSED,
    /** Kafka acknowledged every record that had to be published, and the digests are noted. */
    PUBLISHED,
    /** It could not be read, or nothing in it may be published. */
    REJECTED,
    /** The service failed on it; an operator may have it read again. */
    FAILED;

    /** Whether nothing more happens to it by itself. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, EXTRACTED, PARSED -> false;
            case PUBLISHED, REJECTED, FAILED -> true;
        };
    }

    /** The states from which work goes on. */
    static List<SourceState> unfinished() {
        return Arrays.stream(values()).filter(state -> !state.isFinal()).toList();
    }
}
