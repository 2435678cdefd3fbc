package io.casewire.standalone;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The start ended early; the message is the sentence for the user. */
public final class NotStarted extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotStarted(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What we say ourselves is for the user; of what others say the innermost tells most. The rest is in the log. */
    static NotStarted because(Throwable problem, Path log) {
        LoggerFactory.getLogger(Standalone.class).error("Could not start", problem);
        String said = null;
        boolean ours = false;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            boolean isOurs = cause.getClass().getName().startsWith("io.casewire.");
            String message = cause.getMessage();
            if (message != null && !repeats(message, cause) && (isOurs || !ours)) {
                said = message;
                ours = isOurs;
            }
        }
        return new NotStarted(
                (said == null ? "something failed that says nothing" : said) + " (details in " + log + ")", problem);
    }

    /** An exception made of another alone says its name and message. */
    private static boolean repeats(String message, Throwable wrapper) {
        return wrapper.getCause() != null && message.equals(wrapper.getCause().toString());
    }
}
