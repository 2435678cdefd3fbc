package io.casewire.standalone;

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
            return instance(started);
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
        URI address = run(service.application().get(), ServiceArguments.of(service, options.data(), started));
        services.put(service.name(), address);
        progress.ready(service.name(), address.toString(), begun);
    }

    private URI run(SpringApplicationBuilder application, String[] arguments) {
        // stopped by us, before broker and store
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(arguments);
        contexts.add(context);
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Instance instance(Wire started) {
        return new Instance(
                ProcessHandle.current().pid(),
                Instant.now(),
                URI.create("http://127.0.0.1:" + options.port() + "/"),
                started.kafka().bootstrapServers(),
                started.store().connectionString(),
                new TreeMap<>(services));
    }
}
