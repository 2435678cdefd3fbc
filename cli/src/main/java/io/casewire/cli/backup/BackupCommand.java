package io.casewire.cli.backup;

import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.Refused;
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

/** {@code casewire backup}: copies all data of an instance or a deployment into a new folder. */
@Command(
        name = "backup",
        description = {
            "Copy all data into a new folder, while everything works.",
            "Of the instance on --data, running or not; of a deployment where --data names its folder or the options name"
                    + " its servers."
        })
public final class BackupCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    @Parameters(paramLabel = "DIR", description = "New folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--keys", paramLabel = "DIR", description = "Folder of a deployment's keys, to be copied too.")
    private @Nullable Path keys;

    public BackupCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Path target = folder.toAbsolutePath().normalize();
        try {
            if (options.isElsewhere()) {
                Backup.write(options.deployment(), target, Optional.ofNullable(keys), out);
            } else {
                FolderBackup.write(options.data(), target, out);
            }
            return 0;
        } catch (IOException e) {
            throw new Refused("cannot write " + target + ": " + e, e);
        }
    }
}
