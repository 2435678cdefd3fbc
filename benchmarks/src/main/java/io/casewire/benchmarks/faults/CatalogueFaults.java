package io.casewire.benchmarks.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.casewire.benchmarks.catalogue.CatalogueProgram;
import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.catalogue.StoredContent;
import io.casewire.benchmarks.catalogue.World;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** F5, F6 and F23: what the catalogue makes of events that come again, out of order, and all once more. */
final class CatalogueFaults {
    private static final String GROUP = "casewire-catalog-cases";
    private static final int PER_CENT_REPEATED = 30;
    private static final int MOST_REPETITIONS = 4;

    private final Path folder;
    private final List<Envelope<CaseEvent>> events;
    private final Random random = new Random(5);
    private final History history = new History();
    private final long begun = System.nanoTime();

    CatalogueFaults(Path folder, int events) {
        this.folder = folder;
        InventedCases cases = new InventedCases(1);
        this.events = IntStream.range(0, events).mapToObj(cases::event).toList();
    }

    /** The state is held against that of a run in which each event came once; links may be told once only. */
    Outcome duplicates() throws IOException, InterruptedException {
        StoredContent clean;
        try (World world = World.in(folder.resolve("clean"))) {
            publish(world, events, new History());
            clean = settled(world);
        }
        List<Envelope<CaseEvent>> repeated = new ArrayList<>();
        for (Envelope<CaseEvent> event : events) {
            int times = random.nextInt(100) < PER_CENT_REPEATED ? 2 + random.nextInt(MOST_REPETITIONS) : 1;
            repeated.addAll(Collections.nCopies(times, event));
        }
        // and some long after, when newer revisions are there
        repeated.addAll(events.subList(0, events.size() / 2));
        try (World world = World.in(folder.resolve("duplicates"))) {
            publish(world, repeated, history);
            StoredContent content = settled(world);
            observeStore(world);
            List<String> wrong = new ArrayList<>(differences(clean, content));
            wrong.addAll(linksTwice(world));
            return Outcome.of(Fault.F5, history, Set.of(Promise.HIGHEST), begun, wrong);
        }
    }

    /** Revisions of a case change places; a reader looks at the store all the while. */
    Outcome outOfOrder() throws IOException, InterruptedException {
        List<Envelope<CaseEvent>> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        try (World world = World.in(folder.resolve("order"));
                Program catalogue = start(world)) {
            AtomicBoolean looking = new AtomicBoolean(true);
            Thread reader = Thread.ofVirtual().start(() -> {
                while (looking.get()) {
                    observeStore(world);
                }
            });
            publish(world, shuffled, history);
            world.awaitRead(GROUP, catalogue);
            looking.set(false);
            reader.join();
            observeStore(world);
        }
        return Outcome.of(Fault.F6, history, Set.of(Promise.HIGHEST, Promise.FORWARD), begun, List.of());
    }

    /** The group goes back to the start of the log, the store stays. */
    Outcome replay() throws IOException, InterruptedException {
        try (World world = World.in(folder.resolve("replay"))) {
            publish(world, events, history);
            StoredContent before = settled(world);
            forgetOffsets(world);
            List<String> wrong = new ArrayList<>(differences(before, settled(world)));
            // links are made behind the reading, so some may come only now; none may come twice
            wrong.addAll(linksTwice(world));
            observeStore(world);
            return Outcome.of(Fault.F23, history, Set.of(Promise.HIGHEST), begun, wrong);
        }
    }

    /** What is stored when the catalogue has read all and has nothing more to do. */
    private static StoredContent settled(World world) throws IOException, InterruptedException {
        try (Program catalogue = start(world)) {
            world.awaitRead(GROUP, catalogue);
            catalogue.settle();
        }
        return world.content();
    }

    private static Program start(World world) throws IOException {
        return Program.start(
                CatalogueProgram.class,
                world.folder().resolve("catalogue.log"),
                world.broker(),
                world.store(),
                world.folder().toString(),
                "1h");
    }

    private static void publish(World world, List<Envelope<CaseEvent>> events, History history) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", world.broker(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Envelope<CaseEvent> event : events) {
                history.sent(event.id());
                var _ = producer.send(
                        EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event), (_, failure) -> {
                            if (failure == null) {
                                history.acknowledged(event.id());
                            }
                        });
            }
        }
    }

    private void observeStore(World world) {
        try (MongoClient client = MongoClients.create(world.store())) {
            MongoCollection<Document> cases = client.getDatabase("catalog").getCollection("cases");
            for (Document stored : cases.find().projection(new Document("revision", 1))) {
                history.observed(stored.getString("_id")
                        + '@'
                        + stored.get("revision", Number.class).longValue());
            }
        }
    }

    private static List<String> linksTwice(World world) {
        History links = new History();
        TopicReader.read(world.broker(), List.of(Topics.LINK.name()), links);
        links.observed().forEach(links::sent);
        return Checker.check(links, Set.of(Promise.ONCE)).stream()
                .map(Violation::sentence)
                .toList();
    }

    private static List<String> differences(StoredContent expected, StoredContent found) {
        return expected.equals(found)
                ? List.of()
                : List.of("the store holds " + found + " where it should hold " + expected);
    }

    private static void forgetOffsets(World world) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", world.broker()))) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The group cannot be reset", e.getCause());
        }
    }
}
