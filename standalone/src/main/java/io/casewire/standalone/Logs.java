package io.casewire.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * One log for the whole JVM, one JSON object a line (ECS), in a file; the terminal is for people. Set up before the first service, as
 * logging belongs to the process and the first to configure it wins.
 */
final class Logs {
    private Logs() {}

    /** Everything goes to {@code casewire.log} in the directory, rolled over by size and kept for a week. */
    static Path writeTo(Path directory) {
        Path file = directory.resolve("casewire.log");
        // as system properties they hold for every service too, whatever its own configuration says
        Map.of(
                        "logging.file.name", file.toString(),
                        "logging.structured.format.file", "ecs",
                        "logging.structured.ecs.service.name", "casewire",
                        "logging.console.enabled", "false",
                        "logging.logback.rollingpolicy.max-file-size", "20MB",
                        "logging.logback.rollingpolicy.total-size-cap", "200MB",
                        "org.springframework.boot.logging.LoggingSystem",
                                "org.springframework.boot.logging.logback.LogbackLoggingSystem")
                .forEach(System::setProperty);
        StandardEnvironment environment = new StandardEnvironment();
        LoggingSystem logging = LoggingSystem.get(Logs.class.getClassLoader());
        LogFile logFile = LogFile.get(environment);
        logging.getSystemProperties(environment).apply(logFile);
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, logFile);
        return file;
    }
}
