package io.casewire.ingest.document;

import java.io.Serial;

/** No file and no document of that id is known. */
final class UnknownDocument extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDocument(String id) {
        super("No document " + (id.length() > 60 ? id.substring(0, 60) + "…" : id) + " is known");
    }
}
