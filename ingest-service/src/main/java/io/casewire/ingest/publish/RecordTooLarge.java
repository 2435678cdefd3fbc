package io.casewire.ingest.publish;

import java.io.Serial;

/** A record that no topic would take. Repeating is useless; the document fails as a whole. */
public final class RecordTooLarge extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RecordTooLarge(String id) {
        super("Record " + id + " is larger than the 3.9 MB an event may have");
    }

    /** @param wrong how it breaks the rules of events */
    RecordTooLarge(String id, String wrong) {
        super("Record " + id + " cannot be published: " + wrong);
    }
}
