package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** F7: the store goes away while events come, and is back on the same folder and port after a while. */
final class StoreAway {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final List<Envelope<CaseEvent>> events;
    private final Duration away;
    private final History history = new History();
    private final List<String> wrong = new ArrayList<>();

    /** @param away how long the store is */
    StoreAway(Path folder, int events, Duration away) {
        this.folder = folder;
        this.events =
                IntStream.range(0, events).mapToObj(new InventedCases(1)::event).toList();
        this.away = away;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Program broker = LoneBroker.start(folder, 0)) {
            String address = LoneBroker.address(broker.told());
            Backbone.createTopics(address, 1, Map.of());
            Program store = LoneStore.start(folder, 0);
            int port = Integer.parseInt(store.told());
            double catchUp;
            try (Program catalogue = Catalogue.start(address, LoneStore.address(port), folder);
                    Groups groups = new Groups(address)) {
                int half = events.size() / 2;
                Catalogue.publish(address, events.subList(0, half), history);
                awaitRead(groups);
                Set<String> members = groups.members(Catalogue.GROUP);
                Map<String, Long> places = groups.committed(Catalogue.GROUP);
                store.close();
                Catalogue.publish(address, events.subList(half, events.size()), history);
                Thread.sleep(away);
                requireStandstill(groups, catalogue, members, places);
                store = LoneStore.start(folder, port);
                catchUp = awaitRead(groups);
                Catalogue.observe(LoneStore.address(port), history);
            } finally {
                store.close();
            }
            requireNoDeadLetters(address);
            return Outcome.of(
                    Fault.F7,
                    history,
                    Set.of(Promise.HIGHEST),
                    begun,
                    wrong,
                    Map.of("seconds away", (double) away.toSeconds(), "seconds until caught up", catchUp));
        }
    }

    private static double awaitRead(Groups groups) throws IOException, InterruptedException {
        return Waiting.until(
                () -> groups.hasRead(Catalogue.GROUP, Catalogue.TOPICS), PATIENCE, "the catalogue has not read all");
    }

    private void requireStandstill(Groups groups, Program catalogue, Set<String> members, Map<String, Long> places)
            throws InterruptedException {
        if (!catalogue.isAlive()) {
            wrong.add("the catalogue ended while the store was away");
        }
        if (!groups.committed(Catalogue.GROUP).equals(places)) {
            wrong.add("the catalogue committed events while the store was away");
        }
        if (!groups.members(Catalogue.GROUP).equals(members)) {
            wrong.add("the group was rebalanced while the store was away");
        }
    }

    private void requireNoDeadLetters(String address) {
        TopicReader.read(
                address,
                Topics.all().stream().map(Topic::deadLetterName).toList(),
                letter -> wrong.add(TopicReader.id(letter) + " is a dead letter"));
    }
}
