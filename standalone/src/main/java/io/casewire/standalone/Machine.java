package io.casewire.standalone;

import io.casewire.console.ConsoleApplication;
import io.casewire.messaging.continuity.Continuity;
import io.casewire.standalone.remote.Instance;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that runs, in the order in which it starts; {@link #close} stops it the other way round, from any thread. */
final class Machine implements AutoCloseable {
    private final StartOptions options;
    private final Progress progress;
    private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();
    private final Map<String, URI> services = new ConcurrentHashMap<>();
    private final Map<String, String> held = new ConcurrentHashMap<>();
    private volatile @Nullable Wire wire;

    Machine(StartOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns when the console answers and every service says that it is ready, or that it is held. */
    Instance start() {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Wire started = Wire.start(options, threads, progress);
            wire = started;
            CompletableFuture.allOf(Service.all().stream()
                            .map(service -> CompletableFuture.runAsync(() -> start(service, started), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            return instance(started, startConsole());
        }
    }

    @Override
    public void close() {
        // each waits for its listeners and its work, so all at once, however few processors there are
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            CompletableFuture.allOf(contexts.reversed().stream()
                            .map(context -> CompletableFuture.runAsync(context::close, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        Wire running = wire;
        if (running != null) {
            running.close();
        }
    }

    /** Services that wait for an operator's decision, each with its reason; empty when all are ready. */
    Map<String, String> held() {
        return new TreeMap<>(held);
    }

    private void start(Service service, Wire started) {
        long begun = System.nanoTime();
        ConfigurableApplicationContext context =
                run(service.application().get(), ServiceArguments.of(service, options, started));
        URI address = address(context);
        services.put(service.name(), address);
        Continuity continuity = context.getBean(Continuity.class);
        awaitReady(service.name(), address, continuity::held)
                .ifPresentOrElse(
                        reason -> held.put(service.name(), reason),
                        () -> progress.ready(service.name(), address.toString(), begun));
    }

    // last, as it has to know where the services listen
    private URI startConsole() {
        long begun = System.nanoTime();
        URI address = address(run(ConsoleApplication.builder(), ServiceArguments.ofConsole(options, services)));
        if (held.isEmpty()) {
            awaitReady("console", address, Optional::empty);
        }
        progress.ready("console", address.toString(), begun);
        return address;
    }

    private static Optional<String> awaitReady(String service, URI address, Supplier<Optional<String>> held) {
        try {
            return Readiness.await(service, address, held);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + service, e);
        }
    }

    private ConfigurableApplicationContext run(SpringApplicationBuilder application, String[] arguments) {
        // stopped by us, before broker and store
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(arguments);
        contexts.add(context);
        return context;
    }

    private static URI address(ConfigurableApplicationContext context) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Instance instance(Wire started, URI console) {
        return new Instance(
                ProcessHandle.current().pid(),
                Instant.now(),
                console.resolve("/"),
                started.kafka().bootstrapServers(),
                started.store().address(),
                new TreeMap<>(services));
    }
}
