package io.casewire.standalone;

import io.casewire.console.ConsoleApplication;
import io.casewire.standalone.remote.Instance;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that runs, in the order in which it starts; {@link #close} stops it the other way round, from any thread. */
final class Machine implements AutoCloseable {
    private final StartOptions options;
    private final Progress progress;
    private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();
    private final Map<String, URI> services = new ConcurrentHashMap<>();
    private volatile @Nullable Wire wire;

    Machine(StartOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns when the console answers and every service says that it is ready. */
    Instance start() {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Wire started = Wire.start(options.data(), threads, progress);
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
        contexts.reversed().parallelStream().forEach(ConfigurableApplicationContext::close);
        Wire running = wire;
        if (running != null) {
            running.close();
        }
    }

    private void start(Service service, Wire started) {
        long begun = System.nanoTime();
        URI address = run(service.application().get(), ServiceArguments.of(service, options, started));
        services.put(service.name(), address);
        awaitReady(service.name(), address);
        progress.ready(service.name(), address.toString(), begun);
    }

    // last, as it has to know where the services listen
    private URI startConsole() {
        long begun = System.nanoTime();
        URI address = run(ConsoleApplication.builder(), ServiceArguments.ofConsole(options, services));
        awaitReady("console", address);
        progress.ready("console", address.toString(), begun);
        return address;
    }

    private static void awaitReady(String service, URI address) {
        try {
            Readiness.await(service, address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + service, e);
        }
    }

    private URI run(SpringApplicationBuilder application, String[] arguments) {
        // stopped by us, before broker and store
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(arguments);
        contexts.add(context);
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Instance instance(Wire started, URI console) {
        return new Instance(
                ProcessHandle.current().pid(),
                Instant.now(),
                console.resolve("/"),
                started.kafka().bootstrapServers(),
                started.store().connectionString(),
                new TreeMap<>(services));
    }
}
