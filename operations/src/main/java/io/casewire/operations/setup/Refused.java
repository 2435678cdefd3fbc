package io.casewire.operations.setup;

/** The deployment's Kafka differs from the registry in a way that only an operator may mend. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason a sentence for the operator, with what to do */
    Refused(String reason) {
        super(reason);
    }
}
