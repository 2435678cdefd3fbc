package io.casewire.outbound.destination;

import java.io.Serial;

/** A URL or an address that is not connected to. The message is a sentence fit for who named it. */
public final class DestinationRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param sentence fit for who named it */
    public DestinationRefused(String sentence) {
        super(sentence);
    }
}
