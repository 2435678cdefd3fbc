package io.casewire.replication.exchange;

import java.io.Serial;

/**
 * Something failed after the file's beginning was sent. Nobody answers to it: a sentence would be added to the file and make it
 * look whole, so the server cuts the connection.
 */
final class ExportBrokenOff extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ExportBrokenOff(RuntimeException failure) {
        super("An export broke off: " + failure.getMessage());
        // not as the cause, which others would answer to
        addSuppressed(failure);
    }
}
