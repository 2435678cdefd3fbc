package io.casewire.client;

import java.io.Serial;

/** An event was given up on and the reading stopped. Nothing is lost: it comes again at the next start. */
public final class EventNotHandled extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Position at;

    EventNotHandled(Position at, Exception failure) {
        super("The event at " + at + " could not be handled: " + failure, failure);
        this.at = at;
    }

    /** Where it lies. */
    public Position at() {
        return at;
    }
}
