package io.casewire.cli.container;

import io.casewire.cli.connect.Port;
import io.casewire.embedded.EmbeddedStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Serves the embedded store to other containers. It knows neither users nor encryption: whoever reaches the port reads and
 * writes everything, so it belongs on an internal network, and into trials only.
 */
@Command(name = "trial-store", hidden = true, description = "Serve the embedded store.")
public final class TrialStoreCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrialStoreCommand.class);

    @Parameters(index = "0", paramLabel = "DIRECTORY")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Parameters(index = "1", paramLabel = "PORT", converter = Port.class)
    private int port;

    /** Runs until the JVM is told to stop. */
    @Override
    public Integer call() throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.open(directory, new InetSocketAddress("0.0.0.0", port));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            LOG.info("Stopping the trial store");
            store.close();
            stopped.countDown();
        }));
        LOG.warn(
                "This is the trial store on port {}, not MongoDB: no users, no indexes that make queries faster, one machine."
                        + " Load MongoDB's image before real use",
                port);
        stopped.await();
        return 0;
    }
}
