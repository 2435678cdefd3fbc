package io.casewire.cli.connect;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a command on the terminal. */
public final class Logging {
    private Logging() {}

    /** Turns it down to errors: the clients, and a broker in the same JVM, tell a great deal otherwise. */
    public static void errorsOnly() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String name : List.of(Logger.ROOT_LOGGER_NAME, "kafka", "org.apache.kafka", "de.bwaldvogel.mongo")) {
                context.getLogger(name).setLevel(Level.ERROR);
            }
            // what they cannot do is told by an exception as well
            context.getLogger("org.apache.kafka.clients").setLevel(Level.OFF);
            // takes every new partition for one that was lost
            context.getLogger("state.change.logger").setLevel(Level.OFF);
        }
    }
}
