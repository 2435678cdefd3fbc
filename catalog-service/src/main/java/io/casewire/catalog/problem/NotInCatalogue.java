package io.casewire.catalog.problem;

import java.io.Serial;

/** The thing asked for by its id is not here; answered with 404. */
public final class NotInCatalogue extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason one sentence for the caller */
    public NotInCatalogue(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** One sentence for the caller. */
    public String reason() {
        return reason;
    }
}
