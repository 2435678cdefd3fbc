package io.casewire.catalog.problem;

import java.io.Serial;

/** A request parameter that cannot be taken as it is; answered with 400. */
public final class InvalidParameter extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String parameter;

    /**
     * @param parameter its name in the URL
     * @param reason one sentence for the caller; never repeats what was sent
     */
    public InvalidParameter(String parameter, String reason) {
        super(reason);
        this.reason = reason;
        this.parameter = parameter;
    }

    /** The parameter's name in the URL. */
    public String parameter() {
        return parameter;
    }

    /** One sentence for the caller. */
    public String reason() {
        return reason;
    }
}
