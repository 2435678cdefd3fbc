package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.notify.NotifyProgram;
import io.casewire.benchmarks.notify.WebhookSubscription;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.CrashPoint;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.Envelope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** F3, of notify: its process ends right after the store has answered a write, so that webhooks are under way; each event is one message. */
final class KilledNotify {
    private static final URI SOURCE = URI.create("/casewire/bench");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A message that was under way is taken up again only when the lease of who was killed is over. */
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(60);

    /** Where messages came and then none for so long, the rest is such messages. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final int PER_KILL = 12;
    private static final int AT_ONCE = 4;
    /** What notify writes for an event, about: the message, its claim, its outcome. */
    private static final int WRITES = 3;

    private final Path folder;
    private final int kills;
    private final Phases phases;
    private final InventedCases cases = new InventedCases(3);
    private final Random random = new Random(33);
    private final List<String> wrong = new ArrayList<>();

    KilledNotify(Path folder, int kills, Phases phases) {
        this.folder = folder;
        this.kills = kills;
        this.phases = phases;
    }

    /**
     * What came of it.
     *
     * @param again messages that came once more
     * @param wrong sentences on what should not have happened
     */
    record Told(int again, List<String> wrong) {}

    Told run() throws IOException, InterruptedException {
        try (Backbone backbone = Backbone.in(folder);
                Hooks hooks = new Hooks()) {
            Program first = start(backbone);
            WebhookSubscription.make(Integer.parseInt(first.told()), folder, hooks.address());
            first.kill();
            phases.reached("a webhook is subscribed");
            for (int kill = 0; kill < kills; kill++) {
                killed(backbone, hooks, kill);
            }
            try (Program last = start(backbone)) {
                publish(backbone, kills);
                phases.reached("the last notify runs");
                Waiting.until(() -> !last.isAlive() || hooks.messages() >= events(), PATIENCE, "not all messages came");
            } catch (NotMeasured e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
            return told(hooks.bodies());
        }
    }

    private void killed(Backbone backbone, Hooks hooks, int kill) throws IOException, InterruptedException {
        Program notify = start(backbone, CrashPoint.after(1 + random.nextInt(PER_KILL * WRITES)));
        publish(backbone, kill);
        Lull lull = new Lull(hooks.messages(), QUIET, KILLED_WITHIN);
        Waiting.until(
                () -> !notify.isAlive()
                        || hooks.messages() >= PER_KILL * (kill + 1)
                        || lull.lasts(hooks.messages(), System.nanoTime()),
                PATIENCE,
                "notify neither ended nor told all");
        boolean ended = !notify.isAlive();
        notify.kill();
        phases.reached("kill %d of notify, %s, %d messages came"
                .formatted(kill + 1, ended ? "at a write" : "at rest", hooks.messages()));
    }

    private Told told(Map<String, List<String>> bodies) {
        if (bodies.size() != events()) {
            wrong.add("%d messages came of %d events".formatted(bodies.size(), events()));
        }
        int again = bodies.values().stream().mapToInt(came -> came.size() - 1).sum();
        if (again > kills * AT_ONCE) {
            wrong.add("%d messages came again, where at most %d were under way".formatted(again, kills * AT_ONCE));
        }
        bodies.forEach((id, came) -> {
            if (Set.copyOf(came).size() > 1) {
                wrong.add(id + " came with another body the second time");
            }
        });
        return new Told(again, List.copyOf(wrong));
    }

    private int events() {
        return PER_KILL * (kills + 1);
    }

    /** Made only now: what was recorded before somebody subscribed is not told. */
    private void publish(Backbone backbone, int part) {
        List<Envelope<CaseEvent>> events = IntStream.range(PER_KILL * part, PER_KILL * (part + 1))
                .mapToObj(number ->
                        Envelope.now(cases.event(number).event(), SOURCE, Instant.now(), "bench-" + number, false))
                .toList();
        Catalogue.publish(backbone.broker(), events, new History());
    }

    private Program start(Backbone backbone, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                backbone.broker(),
                backbone.store(),
                folder.toString(),
                "--casewire.notify.delivery.per-endpoint=" + AT_ONCE,
                "--casewire.notify.delivery.lease=90s",
                "--spring.kafka.consumer.properties.session.timeout.ms=6000"));
        arguments.addAll(List.of(more));
        return Program.start(NotifyProgram.class, folder.resolve("notify.log"), arguments.toArray(String[]::new));
    }
}
