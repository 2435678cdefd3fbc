package io.casewire.notify.destination;

import java.io.Serial;

/** A URL or an address messages are not sent to. The message is a sentence fit for the subscriber. */
public final class DestinationRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DestinationRefused(String sentence) {
        super(sentence);
    }
}
