package io.casewire.messaging;

import java.io.Serial;

/** A handler's verdict that one event can never be handled. It goes to the dead letters at once. */
public final class RejectedEvent extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Received<?> received;

    public RejectedEvent(Received<?> received, String reason) {
        super(reason);
        this.received = received;
    }

    Received<?> received() {
        return received;
    }
}
