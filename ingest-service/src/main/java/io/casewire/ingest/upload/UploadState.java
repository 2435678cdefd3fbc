package io.casewire.ingest.upload;

import java.util.Arrays;
import java.util.List;

/** How far a file has come. */
public enum UploadState {
    /** Its bytes are kept; from here on it is never lost. */
    RECEIVED,
    /** Its text is known: taken out of its format, or decoded. */
    EXTRACTED,
    /** Its records are kept. */
    PARSED,
    /** Kafka acknowledged every record that had to be published, and the digests are noted. */
    PUBLISHED,
    /**
     * As published, but for records of which a copy of the document that was received later says otherwise; these are
     * listed.
     */
    SUPERSEDED,
    /** An archive: the files in it are uploads of their own. */
    UNPACKED,
    /** It could not be read, or nothing in it may be published. */
    REJECTED,
    /** The service failed on it; an operator may have it read again. */
    FAILED,
    /** Work on it ended the service's process, more than once: it is not touched before a person decides. */
    QUARANTINED;

    /** Whether nothing more happens to it by itself. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, EXTRACTED, PARSED -> false;
            case PUBLISHED, SUPERSEDED, UNPACKED, REJECTED, FAILED, QUARANTINED -> true;
        };
    }

    /** Whether something of it is on the topics, so that it cannot be taken back. */
    public boolean isPublished() {
        return this == PUBLISHED || this == SUPERSEDED;
    }

    /** The states from which work goes on. */
    static List<UploadState> unfinished() {
        return Arrays.stream(values()).filter(state -> !state.isFinal()).toList();
    }
}
