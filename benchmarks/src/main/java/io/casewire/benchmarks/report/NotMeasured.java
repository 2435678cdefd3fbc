package io.casewire.benchmarks.report;

import java.io.Serial;

/** Something that was to be measured could not be; the message says what to do. */
public final class NotMeasured extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NotMeasured(String message) {
        super(message);
    }
}
