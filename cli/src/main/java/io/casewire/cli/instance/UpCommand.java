package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Port;
import io.casewire.cli.connect.Refused;
import io.casewire.standalone.NotStarted;
import io.casewire.standalone.Standalone;
import io.casewire.standalone.StartOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code casewire up}: runs everything until it is told to stop. */
@Command(name = "up", description = "Start everything and stay; stop it with Ctrl-C or casewire down.")
public final class UpCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "Port of page and API on 127.0.0.1, 0 for any (default: 8080).")
    private int port = StartOptions.DEFAULT_PORT;

    @Option(
            names = "--disk-reserve",
            paramLabel = "SIZE",
            converter = Size.class,
            description =
                    "Below so much free disk nothing new is taken until there is more; 0: never (default: 256MB).")
    private DataSize diskReserve = StartOptions.DEFAULT_RESERVE;

    @Option(
            names = "--inbox",
            paramLabel = "FOLDER",
            description =
                    "Take the documents that are laid there; each is moved to done or failed in it, with a report.")
    private @Nullable Path inbox;

    @Option(names = "--demo", description = "Load the samples and show what becomes of them.")
    private boolean demo;

    @Option(names = "--samples", paramLabel = "DIR", description = "Documents for --demo (default: samples).")
    private @Nullable Path samples;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready; it goes on running.")
    private boolean detach;

    // a training run of the start cache
    @Option(names = "--then-stop", hidden = true)
    private boolean thenStop;

    public UpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (detach) {
            throw new Refused("-d is the launcher's: start ./casewire up -d");
        }
        try {
            Standalone.run(options(), out);
            return 0;
        } catch (NotStarted e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private StartOptions options() {
        Path documents = samples == null ? DataFolder.root().resolve("samples") : samples;
        return new StartOptions(data.path(), port, demo, documents, diskReserve, inbox, thenStop);
    }
}
