package io.casewire.cli.backup;

import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire restore}: makes an instance or a deployment what it was when it was copied. */
@Command(
        name = "restore",
        description = {
            "Bring a new instance or deployment to the state of a backup.",
            "Of one JVM: makes a data folder (--data, new or empty); then: up. Of a deployment: its services not started"
                    + " yet."
        })
public final class RestoreCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    @Parameters(paramLabel = "DIR", description = "Folder of the backup.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--keys", paramLabel = "DIR", description = "Where a deployment's keys go.")
    private @Nullable Path keys;

    @Option(names = "--force", description = "Delete what a deployment holds.")
    private boolean force;

    public RestoreCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Path source = folder.toAbsolutePath().normalize();
        try {
            if (options.isElsewhere()) {
                Restore.read(options.deployment(), source, Optional.ofNullable(keys), force, out);
            } else if (force || keys != null) {
                throw new WrongUse("--force and --keys are for a deployment; name another --data, or move it away");
            } else {
                FolderBackup.read(options.data(), source, out);
            }
            return 0;
        } catch (IOException e) {
            throw new Refused("cannot restore " + source + ": " + e, e);
        }
    }
}
