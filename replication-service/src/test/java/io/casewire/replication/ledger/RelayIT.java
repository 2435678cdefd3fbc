package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.Envelope;
import io.casewire.embedded.SharedStore;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.replication.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RelayIT {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void whatACrashLeftBetweenWriteAndRelayGoesOutInOrderAndOnce() {
        String database = SharedStore.uniqueName();
        List<ObligationId> ids = IntStream.range(0, 5)
                .mapToObj(i -> ObligationId.derive(UUID.randomUUID().toString()))
                .toList();
        try (var client = MongoClients.create(SharedStore.connectionString())) {
            MongoTemplate store = new MongoTemplate(client, database);
            // never started: as if the process had died right after each write
            OutboxRelay dead = new OutboxRelay(
                    store, Entries.COLLECTION, RunningService.shared().bean(EventPublisher.class), Duration.ofDays(1));
            Entries entries = new Entries(store, dead, any -> {});
            for (ObligationId id : ids) {
                Entry first = Entry.derived(obligation(id), NOW);
                assertThat(entries.write(List.of(change(first, 0, new ObligationDerived(first.obligation(), 1)))))
                        .isTrue();
                Entry second = first.lapsing(2, "撤回", NOW);
                ObligationEvent lapsed = new ObligationLapsed(second.obligation(), 2, "撤回");
                assertThat(entries.write(List.of(change(second, 1, lapsed)))).isTrue();
                Entry third = second.rederived(obligation(id), NOW);
                assertThat(entries.write(List.of(change(third, 2, new ObligationDerived(third.obligation(), 3)))))
                        .isTrue();
            }
            try (RunningService restarted =
                    RunningService.on(SharedStore.connectionString() + "/" + database, "relay-" + database)) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(events(ids)).hasSize(15));
                assertThat(ids).allSatisfy(id -> assertThat(events(List.of(id)))
                        .extracting(ObligationEvent::revision)
                        .containsExactly(1L, 2L, 3L));
                assertThat(restarted
                                .get("/api/replication/v1/obligations/" + ids.getFirst())
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aWriteUponAnOlderRevisionIsRefusedWithItsEvent() {
        try (var client = MongoClients.create(SharedStore.connectionString())) {
            MongoTemplate store = new MongoTemplate(client, SharedStore.uniqueName());
            Entries entries = new Entries(
                    store,
                    new OutboxRelay(
                            store,
                            Entries.COLLECTION,
                            RunningService.shared().bean(EventPublisher.class),
                            Duration.ofDays(1)),
                    any -> {});
            Entry first = Entry.derived(obligation(ObligationId.derive("a")), NOW);
            Entry second = first.rederived(first.obligation(), NOW);
            Change insert = change(first, 0, new ObligationDerived(first.obligation(), 1));
            Change update = change(second, 1, new ObligationDerived(second.obligation(), 2));
            assertThat(entries.write(List.of(insert))).isTrue();
            assertThat(entries.write(List.of(insert))).isFalse();
            assertThat(entries.write(List.of(update))).isTrue();
            assertThat(entries.write(List.of(update))).isFalse();
            assertThat(entries.find(first.id())).contains(second);
        }
    }

    private static List<ObligationEvent> events(List<ObligationId> ids) {
        return RunningService.events().stream()
                .map(Envelope::event)
                .filter(event -> ids.contains(event.obligation().id()))
                .toList();
    }

    private static Change change(Entry after, long seen, ObligationEvent event) {
        return new Change(after, seen, Envelope.now(event, Ledger.SOURCE, NOW, "test", false));
    }

    private static Obligation obligation(ObligationId id) {
        return new Obligation(
                id,
                CaseId.derive("relay"),
                1,
                "案例",
                List.of(Domain.TRADE),
                "430000",
                "湖南省",
                Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                null,
                "2023",
                null);
    }
}
