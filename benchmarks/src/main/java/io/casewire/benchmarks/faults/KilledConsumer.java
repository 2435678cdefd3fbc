package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.catalogue.StoredContent;
import io.casewire.benchmarks.catalogue.World;
import io.casewire.benchmarks.program.CrashPoint;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.Envelope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * F3, of the catalogue, then of notify: the process ends right after the store has answered a write, so before what it read is committed, again and again
 * at random writes. What is stored in the end is held against a run without.
 */
final class KilledConsumer {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Small batches, so that there are many places between a write and its commit. */
    private static final int BATCH = 4;

    private final Path folder;
    private final List<Envelope<CaseEvent>> events;
    private final int kills;
    private final Phases phases;
    private final Random random = new Random(3);
    private final History history = new History();

    /** @param kills how often; at least as many events as that */
    KilledConsumer(Path folder, int events, int kills, Phases phases) {
        this.folder = folder;
        this.phases = phases;
        this.events = IntStream.range(0, Math.max(events, kills * BATCH))
                .mapToObj(new InventedCases(1)::event)
                .toList();
        this.kills = kills;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        StoredContent clean;
        try (World world = World.in(folder.resolve("clean"))) {
            Catalogue.publish(world.broker(), events, new History());
            clean = Catalogue.settled(world);
        }
        phases.reached("the catalogue has read all without a kill");
        try (World world = World.in(folder.resolve("killed"))) {
            int inTheMiddle = 0;
            for (int kill = 0; kill < kills; kill++) {
                boolean ended = killed(world, part(kill));
                inTheMiddle += ended ? 1 : 0;
                phases.reached(
                        "kill %d of the catalogue, %s".formatted(kill + 1, ended ? "at a write" : "when all was read"));
            }
            Catalogue.publish(world.broker(), part(kills), history);
            List<String> wrong = new ArrayList<>(Catalogue.differences(clean, Catalogue.settled(world)));
            if (inTheMiddle == 0) {
                wrong.add("no process was killed in the middle of its work");
            }
            Catalogue.observe(world.store(), history);
            phases.reached("the catalogue has read all");
            KilledNotify.Told told = new KilledNotify(folder.resolve("notify"), kills, phases).run();
            wrong.addAll(told.wrong());
            return Outcome.of(
                    Fault.F3,
                    history,
                    Set.of(Promise.HIGHEST),
                    begun,
                    wrong,
                    Map.of(
                            "kills of each",
                            (double) kills,
                            "of the catalogue's between a write and its commit",
                            (double) inTheMiddle,
                            "webhooks that came again",
                            (double) told.again()));
        }
    }

    /** Whether it ended at a write; where it had fewer of them than it was to end after, it is killed when it has read all. */
    private boolean killed(World world, List<Envelope<CaseEvent>> part) throws IOException, InterruptedException {
        int batches = Math.max(1, part.size() / BATCH);
        Program catalogue = Catalogue.start(
                world.broker(),
                world.store(),
                world.folder(),
                "--casewire.messaging.max-poll-records=" + BATCH,
                // who was killed gives its partitions to the next this soon
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                CrashPoint.after(1 + random.nextInt(batches)));
        Catalogue.publish(world.broker(), part, history);
        try (Groups groups = new Groups(world.broker())) {
            Waiting.until(
                    () -> !catalogue.isAlive() || groups.hasRead(Catalogue.GROUP, Catalogue.TOPICS),
                    PATIENCE,
                    "the catalogue neither ended nor read all");
        }
        boolean ended = !catalogue.isAlive();
        catalogue.kill();
        return ended;
    }

    private List<Envelope<CaseEvent>> part(int number) {
        int parts = kills + 1;
        return events.subList(events.size() * number / parts, events.size() * (number + 1) / parts);
    }
}
