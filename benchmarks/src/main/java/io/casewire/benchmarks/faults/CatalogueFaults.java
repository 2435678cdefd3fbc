package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.catalogue.StoredContent;
import io.casewire.benchmarks.catalogue.World;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.Envelope;
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

/** F5, F6 and F23: what the catalogue makes of events that come again, out of order, and all once more. */
final class CatalogueFaults {
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
            Catalogue.publish(world.broker(), events, new History());
            clean = Catalogue.settled(world);
        }
        List<Envelope<CaseEvent>> repeated = new ArrayList<>();
        for (Envelope<CaseEvent> event : events) {
            int times = random.nextInt(100) < PER_CENT_REPEATED ? 2 + random.nextInt(MOST_REPETITIONS) : 1;
            repeated.addAll(Collections.nCopies(times, event));
        }
        // and some long after, when newer revisions are there
        repeated.addAll(events.subList(0, events.size() / 2));
        try (World world = World.in(folder.resolve("duplicates"))) {
            Catalogue.publish(world.broker(), repeated, history);
            StoredContent content = Catalogue.settled(world);
            Catalogue.observe(world.store(), history);
            List<String> wrong = new ArrayList<>(Catalogue.differences(clean, content));
            wrong.addAll(linksTwice(world));
            return Outcome.of(Fault.F5, history, Set.of(Promise.HIGHEST), begun, wrong);
        }
    }

    /** Revisions of a case change places; a reader looks at the store all the while. */
    Outcome outOfOrder() throws IOException, InterruptedException {
        List<Envelope<CaseEvent>> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        try (World world = World.in(folder.resolve("order"));
                Program catalogue = Catalogue.start(world.broker(), world.store(), world.folder())) {
            AtomicBoolean looking = new AtomicBoolean(true);
            Thread reader = Thread.ofVirtual().start(() -> {
                while (looking.get()) {
                    Catalogue.observe(world.store(), history);
                }
            });
            Catalogue.publish(world.broker(), shuffled, history);
            world.awaitRead(Catalogue.GROUP, catalogue);
            looking.set(false);
            reader.join();
            Catalogue.observe(world.store(), history);
        }
        return Outcome.of(Fault.F6, history, Set.of(Promise.HIGHEST, Promise.FORWARD), begun, List.of());
    }

    /** The group goes back to the start of the log, the store stays. */
    Outcome replay() throws IOException, InterruptedException {
        try (World world = World.in(folder.resolve("replay"))) {
            Catalogue.publish(world.broker(), events, history);
            StoredContent before = Catalogue.settled(world);
            History told = Catalogue.links(world.broker());
            forgetOffsets(world);
            List<String> wrong = new ArrayList<>(Catalogue.differences(before, Catalogue.settled(world)));
            // links are made behind the reading, so some may come only now; none may come twice, under a higher
            // revision neither
            wrong.addAll(linksTwice(world));
            wrong.addAll(sentences(Checker.toldAgain(told, Catalogue.links(world.broker()))));
            Catalogue.observe(world.store(), history);
            return Outcome.of(Fault.F23, history, Set.of(Promise.HIGHEST), begun, wrong);
        }
    }

    private static List<String> linksTwice(World world) {
        History links = Catalogue.links(world.broker());
        links.observed().forEach(links::sent);
        return sentences(Checker.check(links, Set.of(Promise.ONCE)));
    }

    private static List<String> sentences(List<Violation> violations) {
        return violations.stream().map(Violation::sentence).toList();
    }

    private static void forgetOffsets(World world) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", world.broker()))) {
            admin.deleteConsumerGroups(List.of(Catalogue.GROUP)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The group cannot be reset", e.getCause());
        }
    }
}
