package io.casewire.gazetteer;

import java.io.Serial;

/** An operator's table that cannot be taken; the message names file, line and reason. */
public final class BadGazetteer extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadGazetteer(String message) {
        super(message);
    }
}
