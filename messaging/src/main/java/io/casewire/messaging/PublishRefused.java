package io.casewire.messaging;

import java.io.Serial;

/** The event can never be published, because it is larger than the topic takes. Repeating is useless. */
public final class PublishRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PublishRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
