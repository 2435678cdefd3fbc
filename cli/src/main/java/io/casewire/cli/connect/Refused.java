package io.casewire.cli.connect;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The command could not or would not do it; the message is a sentence for the operator, who has to change something first. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        this(message, null);
    }

    public Refused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
