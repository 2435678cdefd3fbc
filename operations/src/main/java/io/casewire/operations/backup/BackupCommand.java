package io.casewire.operations.backup;

import io.casewire.operations.connect.Arguments;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code backup} and {@code restore}. */
public final class BackupCommand {
    public static final String USAGE = "backup DIR [--keys FOLDER]";
    public static final String RESTORE_USAGE = "restore DIR [--keys FOLDER] [--force]";

    private BackupCommand() {}

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int backup(List<String> command, PrintStream out) {
        Arguments arguments = parse(command, Set.of());
        arguments.requirePlain(1, USAGE);
        Path folder = Path.of(arguments.plain().getFirst());
        try {
            Backup.write(
                    Deployment.of(arguments, System.getenv()),
                    folder,
                    arguments.value("--keys").map(Path::of),
                    out);
            return 0;
        } catch (IOException e) {
            throw new Refused("cannot write " + folder + ": " + e, e);
        }
    }

    /** Exits with 0, as what cannot be done is told by an exception. */
    public static int restore(List<String> command, PrintStream out) {
        Arguments arguments = parse(command, Set.of("--force"));
        arguments.requirePlain(1, RESTORE_USAGE);
        Path folder = Path.of(arguments.plain().getFirst());
        try {
            Restore.read(
                    Deployment.of(arguments, System.getenv()),
                    folder,
                    arguments.value("--keys").map(Path::of),
                    arguments.has("--force"),
                    out);
            return 0;
        } catch (IOException e) {
            throw new Refused("cannot restore " + folder + ": " + e, e);
        }
    }

    private static Arguments parse(List<String> command, Set<String> flags) {
        Set<String> valued = new HashSet<>(Deployment.OPTIONS);
        valued.add("--keys");
        return Arguments.parse(command, valued, flags);
    }
}
