package io.casewire.contracts.wire;

import java.io.Serial;

/** An event that breaks {@link EventRules}: every reader would reject it, so it is not published. */
public final class InvalidEvent extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidEvent(String message) {
        super(message);
    }
}
