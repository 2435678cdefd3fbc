package io.casewire.notify.sealing;

import java.io.Serial;

/** Stored secrets cannot be opened, or none can be sealed. The message says why, in whole sentences, and holds no secret. */
public final class UnusableSecrets extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableSecrets(String message) {
        super(message);
    }

    UnusableSecrets(String message, Throwable cause) {
        super(message, cause);
    }
}
