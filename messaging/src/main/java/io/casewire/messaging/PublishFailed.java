package io.casewire.messaging;

import java.io.Serial;

/** Kafka did not acknowledge an event in time. Nothing is known of it; publish the same again later. */
public final class PublishFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
