package io.casewire.messaging;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The event can never be published, as it is larger than the topic takes or breaks the rules of events. Repeating is useless. */
public final class PublishRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PublishRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
