package io.casewire.benchmarks.ingest;

import java.io.Serial;

/** Something that was to be measured could not be; the message says what to do. */
final class NotMeasured extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotMeasured(String message) {
        super(message);
    }
}
