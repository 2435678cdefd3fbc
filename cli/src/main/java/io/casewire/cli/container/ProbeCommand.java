package io.casewire.cli.container;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@link Probe} as a command; images call it without this program around it. */
@Command(name = "probe", hidden = true, description = "Exit with 0 when a server is well.")
public final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL")
    @SuppressWarnings("NullAway.Init")
    private URI server;

    @Override
    public Integer call() {
        return Probe.isWell(server) ? 0 : 1;
    }
}
