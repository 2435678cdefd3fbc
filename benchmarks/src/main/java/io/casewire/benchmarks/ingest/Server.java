package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.program.ProcessorTime;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A build at work, started by its own launcher ({@code casewire up}) on loopback; closing stops it. */
final class Server implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(20);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(5);
    private static final int LINES_SHOWN = 15;
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

    private final Process launcher;
    private final ProcessHandle process;
    private final URI ingest;
    private final String kafka;
    private final double secondsToReady;
    private final Thread atExit;
    private List<ProcessHandle> children = List.of();

    private Server(Process launcher, ProcessHandle process, URI ingest, String kafka, double secondsToReady) {
        this.launcher = launcher;
        this.process = process;
        this.ingest = ingest;
        this.kafka = kafka;
        this.secondsToReady = secondsToReady;
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a build; the first time that builds it.
     *
     * @param data folder of its data
     * @throws NotMeasured where it does not become ready
     */
    static Server start(Build build, Path data) throws IOException, InterruptedException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        build.folder().resolve("casewire").toString(), "up", "--data", data.toString(), "--port", "0"))
                .directory(build.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // both as everybody starts them
        builder.environment().remove("CASEWIRE_JAVA_OPTS");
        Path instance = data.resolve("standalone.json");
        long begun = System.nanoTime();
        Process launcher = builder.start();
        while (!Files.exists(instance)) {
            if (!launcher.isAlive() || System.nanoTime() - begun > READY_WITHIN.toNanos()) {
                launcher.destroy();
                throw new NotMeasured("%s (%s) did not start:%n%s".formatted(build.name(), build.commit(), tail(log)));
            }
            Thread.sleep(LOOKS_EVERY);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        JsonNode told = WireJson.mapper().readTree(instance.toFile());
        ProcessHandle process = ProcessHandle.of(told.path("pid").asLong())
                .orElseThrow(() -> new NotMeasured(build.name() + " ended as soon as it was ready"));
        return new Server(
                launcher,
                process,
                URI.create(told.path("services").path("ingest").asString()),
                told.path("kafka").asString(""),
                seconds);
    }

    URI ingest() {
        return ingest;
    }

    /** From the start of the process until every service was ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** Where its broker listens. */
    String kafka() {
        return kafka;
    }

    /**
     * Seconds of all its threads so far, and of the processes it has started.
     *
     * @throws NotMeasured where one of those has ended, whose seconds nobody tells any more
     */
    double processorSeconds() {
        List<ProcessHandle> running = process.descendants().toList();
        List<ProcessHandle> ended =
                children.stream().filter(child -> !running.contains(child)).toList();
        if (!ended.isEmpty()) {
            throw new NotMeasured("a process that the server started has ended ("
                    + ended.getFirst().pid() + ")");
        }
        children = running;
        return Stream.concat(Stream.of(process), running.stream())
                .mapToDouble(ProcessorTime::of)
                .sum();
    }

    /**
     * The same once the listeners have read everything too.
     *
     * @throws NotMeasured where the server ends before
     */
    double settledProcessorSeconds() throws InterruptedException {
        return ProcessorTime.settled(
                () -> {
                    if (!process.isAlive()) {
                        throw new NotMeasured("the server ended during the load");
                    }
                    return processorSeconds();
                },
                SETTLES_WITHIN);
    }

    /** Resident memory now, without that of processes it has started. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new NotMeasured("this system does not tell resident memory");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        try {
            process.onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            launcher.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }
}
