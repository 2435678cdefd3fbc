package io.casewire.cli.setup;

/** The deployment's Kafka differs from the registry in a way that only an operator may fix. */
final class DiffersFromRegistry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason a sentence for the operator, with what to do */
    DiffersFromRegistry(String reason) {
        super(reason);
    }
}
