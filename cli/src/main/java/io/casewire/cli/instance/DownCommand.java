package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code casewire down}: stops what runs on a data folder, in order. */
@Command(name = "down", description = "Stop the instance that runs on a data folder.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(500);

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    public DownCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path folder = data.path();
        Optional<ProcessHandle> running = InstanceProcess.on(folder);
        if (running.isEmpty()) {
            out.println("Nothing runs on " + folder + ".");
            return 0;
        }
        ProcessHandle process = running.get();
        out.printf("Stopping process %d ", process.pid());
        out.flush();
        process.destroy();
        long end = System.nanoTime() + STOPS_WITHIN.toNanos();
        while (!ended(process)) {
            if (System.nanoTime() > end) {
                out.println();
                throw new Refused("process %d has not stopped after %d s; its log is in %s"
                        .formatted(process.pid(), STOPS_WITHIN.toSeconds(), folder.resolve("logs")));
            }
            out.print('.');
            out.flush();
        }
        out.println(" stopped.");
        return 0;
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException, ExecutionException {
        try {
            process.onExit().get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
