package io.casewire.ingest.publish;

import java.io.Serial;

/** Another worker publishes something of the same document at this moment. Try again shortly. */
public final class DocumentBusy extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DocumentBusy(String document) {
        super("Something else of " + document + " is being published");
    }
}
