package io.casewire.standalone;

import io.casewire.embedded.DirectoryInUse;
import io.casewire.embedded.DirectoryLock;
import io.casewire.embedded.LoopbackPort;
import io.casewire.embedded.PortInUse;
import io.casewire.standalone.demo.Demo;
import io.casewire.standalone.demo.WebhookReceiver;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Runs everything in this JVM until it is told to stop (SIGTERM or Ctrl-C). */
public final class Standalone {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(25);

    private Standalone() {}

    /**
     * Returns when it was told to stop and has.
     *
     * @throws NotStarted with a sentence for the user
     */
    public static void run(StartOptions options, PrintStream out) throws InterruptedException {
        Path data = options.data();
        Progress progress = new Progress(out);
        progress.say("Casewire · data in " + data);
        requireInbox(options);
        List<String> remarks = DataFolder.claim(data);
        remarks.forEach(progress::say);
        try (DirectoryLock _ = lock(data)) {
            requireFree(options.port());
            writePid(data);
            Path log = Logs.writeTo(data.resolve("logs"));
            remarks.forEach(LoggerFactory.getLogger(Standalone.class)::warn);
            Machine machine = new Machine(options, progress);
            CountDownLatch stopped = new CountDownLatch(1);
            stopAtExit(machine, data, progress, stopped);
            Instance instance = start(machine, log);
            instance.writeTo(data);
            machine.held().forEach((service, reason) -> progress.say("  " + service + " is held. " + reason));
            progress.say((machine.held().isEmpty()
                            ? "Ready after %.1f s: %s"
                            : "Not ready after %.1f s: %s; decide with ./casewire continuity")
                    .formatted(progress.secondsSinceStart(), instance.url()));
            if (options.inbox() != null) {
                progress.say("Documents are taken from " + options.inbox());
            }
            if (options.demo() && machine.held().isEmpty()) {
                demonstrate(instance, options, out);
            }
            if (!options.thenStop()) {
                progress.say("Stop it with Ctrl-C or ./casewire down");
                stopped.await();
            }
        }
    }

    // a demonstration that fails is no reason to stop what runs
    private static void demonstrate(Instance instance, StartOptions options, PrintStream out)
            throws InterruptedException {
        try {
            WebhookReceiver receiver = WebhookReceiver.start();
            new Demo(instance, options.data(), receiver, out).run(options.samples());
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(Standalone.class).error("The demonstration failed", e);
            out.println("The demonstration failed: " + e.getMessage());
        }
    }

    private static Instance start(Machine machine, Path log) {
        try {
            return machine.start();
        } catch (CompletionException e) {
            throw NotStarted.because(e.getCause() == null ? e : e.getCause(), log);
        } catch (RuntimeException e) {
            throw NotStarted.because(e, log);
        }
    }

    private static void stopAtExit(Machine machine, Path data, Progress progress, CountDownLatch stopped) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            progress.say("Stopping …");
            Instance.removeFrom(data);
            CompletableFuture.runAsync(
                            machine::close, task -> Thread.ofPlatform().start(task))
                    .orTimeout(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(problem -> {
                        LoggerFactory.getLogger(Standalone.class).warn("Not stopped in order", problem);
                        return null;
                    })
                    .join();
            progress.say("Stopped.");
            stopped.countDown();
        }));
    }

    private static DirectoryLock lock(Path data) {
        try {
            return DirectoryLock.take(data);
        } catch (DirectoryInUse e) {
            String where = Instance.in(data)
                    .map(running -> "process " + running.pid() + ", " + running.url())
                    .orElse("it is just starting or stopping");
            throw new NotStarted("an instance already runs on " + data + " (" + where + ")", e);
        }
    }

    /** While it runs the folder may come and go; at the start a name that is wrong is told. */
    private static void requireInbox(StartOptions options) {
        Path inbox = options.inbox();
        if (inbox == null) {
            return;
        }
        if (!Files.isDirectory(inbox)) {
            throw new NotStarted(
                    "there is no folder " + inbox + " to take documents from: make it, or name another with --inbox",
                    null);
        }
        if (!Files.isWritable(inbox)) {
            throw new NotStarted(
                    inbox + " cannot be written, and documents taken from it are moved: see --inbox", null);
        }
        if (options.data().startsWith(inbox)) {
            throw new NotStarted(
                    "the data of the instance lies in " + inbox + ": name a folder for documents alone with --inbox",
                    null);
        }
    }

    private static void requireFree(int port) {
        try {
            LoopbackPort.free(port);
        } catch (PortInUse e) {
            throw new NotStarted(e.getMessage() + "; choose another with --port", e);
        }
    }

    private static void writePid(Path data) {
        Path file = data.resolve("standalone.pid");
        try {
            Files.writeString(file, ProcessHandle.current().pid() + "\n");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new NotStarted("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }
}
