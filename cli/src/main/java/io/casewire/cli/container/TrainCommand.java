package io.casewire.cli.container;

import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts a service beside a broker and a store of its own, waits until the service is ready and ends it with SIGTERM. With
 * {@code -XX:AOTCacheOutput} among the service's options, its JVM then writes the cache that halves later starts.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Start a service beside a broker and a store of its own, and stop it.")
public final class TrainCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    // the cache is assembled after the service has stopped
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(6);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @Parameters(index = "0", paramLabel = "READINESS-URL")
    @SuppressWarnings("NullAway.Init")
    private URI readiness;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND")
    private List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(readiness, command) ? 0 : 1;
    }

    /**
     * Returns once the service has ended.
     *
     * @param readiness where the service says that it is ready
     * @param command that starts it
     * @return whether it became ready and ended in time
     */
    private static boolean run(URI readiness, List<String> command) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("training");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(scratch.resolve("kafka"));
                EmbeddedStore store = EmbeddedStore.inMemory()) {
            ProcessBuilder service = new ProcessBuilder(command).inheritIO();
            service.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
            service.environment().put("SPRING_MONGODB_URI", store.connectionString("training"));
            service.environment()
                    .put(
                            "CASEWIRE_IDENTITY_DIRECTORY",
                            scratch.resolve("identity").toString());
            service.environment()
                    .put(
                            "CASEWIRE_CATALOG_INDEX_DIRECTORY",
                            scratch.resolve("index").toString());
            Process process = service.start();
            boolean ready = isReady(readiness, process);
            process.destroy();
            boolean ended = process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            return ready && ended;
        }
    }

    private static boolean isReady(URI readiness, Process process) throws InterruptedException {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < READY_WITHIN.toNanos()) {
            if (Probe.isWell(readiness)) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }
}
