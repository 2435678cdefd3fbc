package io.casewire.contracts.wire;

import java.io.Serial;

/** A Kafka record that is no event of ours, or not of its topic. It belongs in the dead letters; retrying is useless. */
public final class UndecodableEvent extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UndecodableEvent(String message) {
        super(message);
    }

    UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
