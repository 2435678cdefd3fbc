package io.casewire.ingest.publish;

import java.io.Serial;

/** Nothing of that id was published here. */
final class UnknownRecord extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownRecord(String id) {
        super("No record " + id + " was published here");
    }
}
