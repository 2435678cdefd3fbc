package io.casewire.identity.local;

import java.io.Serial;

/** The key directory cannot be trusted or read. The message says which path and what to do; start-up must stop. */
public final class UnusableKeys extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableKeys(String message) {
        super(message);
    }

    UnusableKeys(String message, Throwable cause) {
        super(message, cause);
    }
}
