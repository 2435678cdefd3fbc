package io.casewire.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * A broker in an application's own log writes thousands of lines a minute at the default level. Its loggers, and with them
 * the clients', start at WARN here; a level the application sets itself wins.
 */
final class QuietLogging {
    private static final Map<String, String> LEVELS = Map.of(
            "kafka", "WARN",
            "state.change.logger", "WARN",
            "org.apache.kafka", "WARN",
            // warns of every ordinary start
            "org.apache.kafka.controller.QuorumController", "ERROR",
            // warns of every attempt of a client without an account
            "org.apache.kafka.common.network.Selector", "ERROR",
            "de.bwaldvogel.mongo", "WARN",
            // warns of every index it does not build
            "de.bwaldvogel.mongo.backend.AbstractMongoDatabase", "ERROR");

    private QuietLogging() {}

    static void turnDownServers() {
        if (isLogback()) {
            Logback.turnDown((LoggerContext) LoggerFactory.getILoggerFactory());
        }
    }

    private static boolean isLogback() {
        return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.");
    }

    /** Apart, so that Logback's classes are asked for only where they are. */
    private static final class Logback implements LoggerContextListener {
        static void turnDown(LoggerContext context) {
            if (context.getCopyOfListenerList().stream().noneMatch(Logback.class::isInstance)) {
                context.addListener(new Logback());
                quiet(context);
            }
        }

        private static void quiet(LoggerContext context) {
            LEVELS.forEach((name, level) -> {
                Logger logger = context.getLogger(name);
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.toLevel(level));
                }
            });
        }

        // an application that sets up its logging after the broker started forgets all levels first
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            quiet(context);
        }

        @Override
        public void onStart(LoggerContext context) {
            quiet(context);
        }

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
