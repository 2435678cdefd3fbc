package io.casewire.cli.connect;

import java.io.Serial;

/** The command line was not understood; the message is a sentence for the operator. */
public final class WrongUse extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public WrongUse(String message) {
        super(message);
    }
}
