package io.casewire.console.gateway;

import java.io.IOException;
import java.io.Serial;

/**
 * A service broke off in the middle of an answer whose beginning has been passed on. The server must cut the client's
 * connection, so that half an answer is never taken for a whole one.
 */
final class AnswerBrokenOff extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    AnswerBrokenOff(IOException failure) {
        super("A service broke off in the middle of its answer: " + failure.getMessage());
        // not as the cause: Spring takes an end of file anywhere in the causes for a client that left, and ends the
        // answer in good order
        addSuppressed(failure);
    }
}
