package io.casewire.ingest.source;

import java.io.Serial;

/** Somebody else looks at this source by now, or it is gone; leave it to them. */
final class LostSource extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LostSource(String id) {
        super("The lease on " + id + " is no longer ours", null, false, false);
    }
}
