package io.casewire.standalone;

import java.io.Serial;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The start ended early; the message is the sentence for the user. */
final class NotStarted extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotStarted(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The innermost cause says most; the rest is in the log. */
    static NotStarted because(Throwable problem, Path log) {
        LoggerFactory.getLogger(Standalone.class).error("Could not start", problem);
        Throwable innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return new NotStarted(innermost.getMessage() + " (details in " + log + ")", problem);
    }
}
