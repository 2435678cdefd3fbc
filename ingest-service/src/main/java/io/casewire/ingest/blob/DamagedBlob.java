package io.casewire.ingest.blob;

import java.io.Serial;

/** The store does not hold what was put into it. Restore a backup, or send the document again: that heals it. */
public final class DamagedBlob extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedBlob(String message) {
        super(message);
    }
}
