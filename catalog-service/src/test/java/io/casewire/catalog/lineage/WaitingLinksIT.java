package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.wire.Envelope;
import io.casewire.embedded.SharedStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class WaitingLinksIT {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void areCountedByKindUntilAPersonDecides() {
        try (MongoClient client = MongoClients.create(SharedStore.connectionString())) {
            Links links = new Links(new MongoTemplate(client, SharedStore.uniqueName()), () -> {});
            new LineageBeans().linkMeters(links).bindTo(meters);
            StoredLink link = StoredLink.first(
                    telling("wait1", "跨境船舶租赁登记"),
                    telling("wait2", "船舶租赁跨境登记"),
                    LinkState.PROPOSED,
                    0.7,
                    List.of(),
                    CaseDraft.MORNING);

            links.write(List.of(change(link, 0)));
            assertThat(waiting("SAME_INNOVATION").value()).isEqualTo(1);
            assertThat(waiting("EVIDENCE").value()).isZero();

            links.write(List.of(change(link.decided(LinkState.CONFIRMED, "somebody", "一致", Instant.EPOCH), 1)));
            assertThat(waiting("SAME_INNOVATION").value()).isZero();
        }
    }

    @Test
    void sayWhatTheyAre() {
        try (MongoClient client = MongoClients.create(SharedStore.connectionString())) {
            new LineageBeans()
                    .linkMeters(new Links(new MongoTemplate(client, SharedStore.uniqueName()), () -> {}))
                    .bindTo(meters);
            assertThat(waiting("EVIDENCE").getId().getDescription())
                    .isEqualTo("links that wait for a person's decision");
        }
    }

    private Gauge waiting(String kind) {
        return meters.get("casewire.catalog.links.proposed").tag("kind", kind).gauge();
    }

    private static LinkChange change(StoredLink after, long seen) {
        return new LinkChange(
                after,
                seen,
                Envelope.now(
                        after.event(),
                        Linker.SOURCE,
                        CaseDraft.MORNING,
                        UUID.randomUUID().toString(),
                        false));
    }

    private static Telling telling(String id, String title) {
        CaseRecord content = CaseDraft.of(id, title).content();
        return Telling.of(content, CaseDraft.document("报告", "2025-06-01"));
    }
}
