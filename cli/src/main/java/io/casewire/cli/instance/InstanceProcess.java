package io.casewire.cli.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The process of an instance, also while it starts or stops. */
public final class InstanceProcess {
    private static final String PID = "standalone.pid";

    private InstanceProcess() {}

    /** Empty when nothing runs on the folder. */
    public static Optional<ProcessHandle> on(Path data) throws IOException {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readString(data.resolve(PID)).strip()))
                    .filter(InstanceProcess::isOurs);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    // after a kill the number may belong to another program; a system that does not tell is believed
    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains("io.casewire."))
                .orElse(true);
    }
}
