package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class KeysAnewIT {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void linesOfVersionsBeforeAreFoundAndSortedAsNewOnes() {
        try (var client = MongoClients.create(SharedStore.connectionString())) {
            MongoTemplate store = new MongoTemplate(client, SharedStore.uniqueName());
            EventPublisher publisher = RunningService.shared().bean(EventPublisher.class);
            Entries entries = new Entries(
                    store, new OutboxRelay(store, Entries.COLLECTION, publisher, Duration.ofDays(1)), _ -> {});
            for (String title : List.of("跨境电商", "单一窗口")) {
                Entry entry = Entry.derived(obligation(title), NOW);
                ObligationDerived event = new ObligationDerived(entry.obligation(), 1);
                assertThat(entries.write(
                                List.of(new Change(entry, 0, Envelope.now(event, Ledger.SOURCE, NOW, "test", false)))))
                        .isTrue();
            }
            store.execute(
                    Entries.COLLECTION,
                    collection -> collection.updateMany(Filters.empty(), Updates.unset(SortKeys.FIELD)));
            EntryFilter window = new EntryFilter(
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    new SubjectFilter(null, null, null, "單一窗口", Set.of()),
                    new DueFilter(LocalDate.of(2026, 12, 1), null, null, LocalDate.of(2026, 11, 30), false),
                    CountFilter.ANY);
            assertThat(entries.count(window)).isZero();
            new KeysAnew(store).make();
            new KeysAnew(store).make();
            assertThat(entries.count(window)).isOne();
            assertThat(entries.page(window, LineOrder.DUE, null, 10))
                    .extracting(entry -> entry.obligation().caseTitle())
                    .containsExactly("单一窗口");
        }
    }

    private static Obligation obligation(String title) {
        return new Obligation(
                ObligationId.derive("keys", title),
                CaseId.derive("keys", title),
                1,
                title,
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
                LocalDate.of(2026, 11, 20));
    }
}
