package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.CatalogueProgram;
import io.casewire.benchmarks.ingest.IngestProgram;
import io.casewire.benchmarks.notify.NotifyProgram;
import io.casewire.benchmarks.notify.WebhookSubscription;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.replication.ReplicationProgram;
import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** F30: documents come in, cases are looked for and webhooks go out, steadily, and nothing that a process holds on to may rise. */
final class Soaked {
    private static final int LOOKS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Of each of the connections that upload. */
    private static final Duration BETWEEN_UPLOADS = Duration.ofSeconds(2);

    private static final double MEGABYTE = 1024.0 * 1024;

    private final Path folder;
    private final Duration lasts;
    private final Phases phases;
    private final History history = new History();
    private final Flatness flatness = new Flatness();
    private final Map<String, Program> services = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    Soaked(Path folder, Duration lasts, Phases phases) {
        this.folder = folder;
        this.lasts = lasts;
        this.phases = phases;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Backbone backbone = Backbone.in(folder);
                Hooks hooks = new Hooks();
                Uploads uploads = new Uploads(folder, history, BETWEEN_UPLOADS)) {
            try {
                start(backbone);
                WebhookSubscription.make(port("notify"), folder, hooks.address());
                uploads.to(List.of(port("ingest")));
                phases.reached("all services run");
                try (Searches searches = new Searches(port("catalogue"), folder)) {
                    uploads.begin(0, Integer.MAX_VALUE);
                    look(backbone, uploads);
                    uploads.end();
                    uploads.await();
                    awaitTold(backbone.broker(), hooks);
                    return outcome(backbone, begun, hooks, searches);
                }
            } finally {
                services.values().parallelStream().forEach(Program::close);
            }
        }
    }

    private void start(Backbone backbone) throws InterruptedException {
        String broker = backbone.broker();
        String store = backbone.store();
        String data = folder.toString();
        Map<String, Future<Program>> starting = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            starting.put("ingest", threads.submit(() -> started(IngestProgram.class, broker, store, data)));
            starting.put("catalogue", threads.submit(() -> started(CatalogueProgram.class, broker, store, data, "1s")));
            starting.put("replication", threads.submit(() -> started(ReplicationProgram.class, broker, store, data)));
            starting.put("notify", threads.submit(() -> started(NotifyProgram.class, broker, store, data)));
            for (Map.Entry<String, Future<Program>> service : starting.entrySet()) {
                services.put(service.getKey(), service.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new NotMeasured("a service did not start: " + e.getCause());
        }
    }

    private Program started(Class<?> main, String... arguments) throws IOException {
        return Program.start(main, folder.resolve(main.getSimpleName() + ".log"), arguments);
    }

    private int port(String service) {
        return Integer.parseInt(Objects.requireNonNull(services.get(service)).told());
    }

    private void look(Backbone backbone, Uploads uploads) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        // a busy machine takes longer for a look than there is between two
        for (int look = 1; System.nanoTime() - begun < lasts.toNanos(); look++) {
            long next = begun + lasts.toNanos() / LOOKS * look;
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            double hours = (System.nanoTime() - begun) / 3.6e12;
            flatness.saw("broker and store", hours, backbone.footprint());
            for (Map.Entry<String, Program> service : services.entrySet()) {
                flatness.saw(service.getKey(), hours, service.getValue().footprint());
            }
            flatness.sawDisk(uploads.acknowledged(), megabytes());
            phases.reached("look %d, %d documents".formatted(look, uploads.acknowledged()));
        }
    }

    /** Of all files below the folder; those that go meanwhile count as nothing. */
    private double megabytes() throws IOException {
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get() / MEGABYTE;
    }

    private void awaitTold(String broker, Hooks hooks) throws IOException, InterruptedException {
        try {
            Waiting.until(() -> Published.hasAll(broker, history), PATIENCE, "not all documents were published");
            int events = Set.copyOf(Published.events(broker).sent()).size();
            Waiting.until(() -> hooks.messages() >= events, PATIENCE, "not all webhooks came");
        } catch (NotMeasured e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private Outcome outcome(Backbone backbone, long begun, Hooks hooks, Searches searches) {
        Published.uploads(backbone.broker()).forEach(history::observed);
        wrong.addAll(flatness.wrong());
        searches.failure().ifPresent(wrong::add);
        Map<String, Double> measured = new LinkedHashMap<>(flatness.measured());
        measured.put("minutes", (double) lasts.toMinutes());
        measured.put("searches", (double) searches.answered());
        measured.put("webhooks", (double) hooks.messages());
        return Outcome.of(Fault.F30, history, Set.of(Promise.EVERY), begun, wrong, measured);
    }
}
