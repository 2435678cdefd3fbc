package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.CatalogueProgram;
import io.casewire.benchmarks.ingest.IngestProgram;
import io.casewire.benchmarks.notify.NotifyProgram;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.replication.ReplicationProgram;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Three brokers, two instances of every service; each broker in turn is killed and started again while documents are uploaded. */
final class ClusterKilled {
    private static final int INSTANCES = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Numbers of documents that tell when publishing goes on, beyond those of the uploads. */
    private static final int PROBES = 10_000_000;

    private final Path folder;
    private final int documents;
    private final Duration away;
    private final History history = new History();
    private final List<String> wrong = new ArrayList<>();
    private final List<Program> services = new ArrayList<>();
    private double recovery;
    private double whole;

    /**
     * A run.
     *
     * @param documents that are uploaded, a third of them around each kill
     * @param away how long a broker is
     */
    ClusterKilled(Path folder, int documents, Duration away) {
        this.folder = folder;
        this.documents = documents;
        this.away = away;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Cluster cluster = Cluster.in(folder.resolve("brokers"));
                Program store = LoneStore.start(folder, 0);
                Uploads uploads = new Uploads(folder, history)) {
            Backbone.createTopics(
                    cluster.address(),
                    Cluster.BROKERS,
                    Map.of("min.insync.replicas", String.valueOf(Cluster.BROKERS - 1)));
            String address = LoneStore.address(Integer.parseInt(store.told()));
            try {
                uploads.to(start(cluster.address(), address));
                // the first pays for what every service makes once
                uploads.secondsToPublish(PROBES);
                for (int broker = 1; broker <= Cluster.BROKERS; broker++) {
                    killAndStart(cluster, broker, uploads);
                }
                uploads.await();
                awaitAll(cluster.address());
            } finally {
                services.parallelStream().forEach(Program::close);
            }
            return outcome(cluster.address(), address, begun);
        }
    }

    private List<Integer> start(String brokers, String store) throws IOException {
        List<Integer> uploads = new ArrayList<>();
        for (int instance = 1; instance <= INSTANCES; instance++) {
            Path own = Files.createDirectories(folder.resolve("instance-" + instance));
            Program ingest = started(IngestProgram.class, own, "ingest", brokers, store, folder.toString());
            uploads.add(Integer.parseInt(ingest.told()));
            started(
                    CatalogueProgram.class,
                    own,
                    "catalogue",
                    brokers,
                    store,
                    folder.toString(),
                    "1h",
                    CatalogueProgram.INDEX + own.resolve("index"));
            started(ReplicationProgram.class, own, "replication", brokers, store, folder.toString());
            started(NotifyProgram.class, own, "notify", brokers, store, folder.toString());
        }
        return uploads;
    }

    private Program started(Class<?> main, Path own, String name, String... arguments) throws IOException {
        Program service = Program.start(main, own.resolve(name + ".log"), arguments);
        services.add(service);
        return service;
    }

    private void killAndStart(Cluster cluster, int broker, Uploads uploads) throws IOException, InterruptedException {
        int from = documents * (broker - 1) / Cluster.BROKERS;
        int to = documents * broker / Cluster.BROKERS;
        int before = uploads.acknowledged();
        uploads.begin(from, to);
        Waiting.until(
                () -> uploads.acknowledged() >= before + (to - from) / Cluster.BROKERS,
                PATIENCE,
                "documents were not taken before broker " + broker + " was killed");
        cluster.kill(broker);
        recovery = Math.max(recovery, uploads.secondsToPublish(PROBES + broker));
        Thread.sleep(away);
        cluster.start(broker);
        whole = Math.max(
                whole, Waiting.until(() -> cluster.isWhole(topics()), PATIENCE, "not every copy has caught up"));
    }

    private void awaitAll(String brokers) throws IOException, InterruptedException {
        try (Groups groups = new Groups(brokers)) {
            Waiting.until(() -> Published.hasAll(brokers, history), PATIENCE, "not all documents were published");
            Waiting.until(
                    () -> {
                        for (String group : groups.names()) {
                            if (!groups.isAtTheEnd(group)) {
                                return false;
                            }
                        }
                        return true;
                    },
                    PATIENCE,
                    "not all groups have read all");
        } catch (NotMeasured e) {
            // the checker says what is missing
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private Outcome outcome(String brokers, String store, long begun) {
        Published.uploads(brokers).forEach(history::observed);
        History stored = Published.events(brokers);
        Catalogue.observe(store, stored);
        Checker.check(stored, Set.of(Promise.HIGHEST)).forEach(violation -> wrong.add(violation.sentence()));
        for (Topic<?> topic : Topics.all()) {
            History events = new History();
            TopicReader.read(brokers, List.of(topic.name()), events);
            events.observed().forEach(events::sent);
            Checker.check(events, Set.of(Promise.ONCE))
                    .forEach(violation -> wrong.add(violation.sentence() + " on " + topic.name()));
        }
        TopicReader.read(
                brokers,
                Topics.all().stream().map(Topic::deadLetterName).toList(),
                letter -> wrong.add(TopicReader.id(letter) + " is a dead letter"));
        return Outcome.of(
                Fault.CLUSTER,
                history,
                Set.of(Promise.EVERY),
                begun,
                wrong,
                Map.of(
                        "seconds from a kill until a new document is published, at most",
                        recovery,
                        "seconds from a start until every copy is whole, at most",
                        whole));
    }

    private static List<String> topics() {
        return Topics.all().stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetterName()))
                .toList();
    }
}
