package io.casewire.benchmarks.program;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, so that its processor time is its own; it ends when it is closed, and with this one. */
public final class Program implements AutoCloseable {
    private static final String READY = "bench-ready ";
    private static final String FOOTPRINT = "bench-footprint ";
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);
    private static final Duration TERMINATES_WITHIN = Duration.ofMinutes(1);
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(10);

    private final Process process;
    private final String told;
    private final BlockingQueue<Footprint> footprints = new LinkedBlockingQueue<>();

    private Program(Process process, String told) {
        this.process = process;
        this.told = told;
    }

    /**
     * Starts a class of this class path and waits until it says that it is ready.
     *
     * @param log what it says beside
     * @throws NotMeasured where it ends before, or is not ready within five minutes; then it is ended
     */
    public static Program start(Class<?> main, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(
                List.of(System.getProperty("casewire.bench.program-options", "").split(" ")));
        command.removeIf(String::isBlank);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        // one that is stuck says nothing, and its output would be read for ever
        CompletableFuture<String> ready = new CompletableFuture<>();
        var _ = ready.orTimeout(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS).whenComplete((_, late) -> {
            if (late != null) {
                process.destroyForcibly();
            }
        });
        PrintStream kept = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                ready.complete(line);
                Program program = new Program(process, line.substring(READY.length()));
                // reading a pipe holds the carrier of a virtual thread: two programs would stop all on two processors
                Thread.ofPlatform().daemon().start(() -> program.drain(said, kept));
                return program;
            }
            kept.println(line);
        }
        throw new NotMeasured(main.getSimpleName() + " did not start:\n" + tail(log));
    }

    /** In the program: tells that it is ready, and returns when it is to end. */
    public static void ready(String told) throws IOException {
        System.out.println(READY + told);
        CrashPoint.arm();
        try {
            while (System.in.read() >= 0) {
                System.out.println(FOOTPRINT + Footprint.ofThisProcess().line());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it told when it was ready. */
    public String told() {
        return told;
    }

    /**
     * Seconds of all its threads so far.
     *
     * @throws NotMeasured where it has ended
     */
    public double processorSeconds() {
        if (!process.isAlive()) {
            throw new NotMeasured("a program that was measured has ended");
        }
        return ProcessorTime.of(process.toHandle());
    }

    /**
     * What it holds on to now, when it has collected.
     *
     * @throws NotMeasured where it has ended, or does not answer within a minute
     */
    public Footprint footprint() throws InterruptedException {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new NotMeasured("a program that was measured has ended");
        }
        Footprint footprint = footprints.poll(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        if (footprint == null) {
            throw new NotMeasured("a program does not say what it holds");
        }
        return footprint;
    }

    /** Waits until it has nothing more to do. */
    public void settle() throws InterruptedException {
        ProcessorTime.settled(this::processorSeconds, SETTLES_WITHIN);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Asks it to end, as a system that is shut down does (SIGTERM), and waits until it is gone.
     *
     * @return how long that took; after a minute it is ended by force
     */
    public Duration terminate() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(TERMINATES_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Ends it as a power cut would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private void drain(BufferedReader said, PrintStream kept) {
        try (kept) {
            said.lines().forEach(line -> {
                if (line.startsWith(FOOTPRINT)) {
                    footprints.add(Footprint.read(line.substring(FOOTPRINT.length())));
                } else {
                    kept.println(line);
                }
            });
        } catch (UncheckedIOException e) {
            kept.println(e.getMessage());
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
