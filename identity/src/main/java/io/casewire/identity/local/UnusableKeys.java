package io.casewire.identity.local;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The key directory, or what it says of the tokens given out, cannot be trusted or read. The message says which path and what
 * to do; start-up must stop.
 */
public final class UnusableKeys extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableKeys(String message) {
        super(message);
    }

    UnusableKeys(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
