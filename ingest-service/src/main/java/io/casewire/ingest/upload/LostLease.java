package io.casewire.ingest.upload;

import java.io.Serial;

/** Somebody else works on this file by now; leave it to them. */
public final class LostLease extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LostLease(String id) {
        super("The lease on " + id + " is no longer ours");
    }
}
