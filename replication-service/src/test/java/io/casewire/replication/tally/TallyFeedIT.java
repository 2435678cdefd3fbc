package io.casewire.replication.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.messaging.GrouplessConsumers;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import io.casewire.replication.ledger.Entries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class TallyFeedIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningService service = RunningService.shared();

    @Test
    void aRequestAfterAStepSeesItAndAnotherInstanceSoonDoes() {
        SampleCase before = sample("之前");
        service.publish(before.published());
        awaitLines(service.bean(Tallies.class), before, 31);
        move(before, "430000", Map.of("to", "NOT_STARTED"));
        Tallies other = new Tallies();
        TallyFeed feed = new TallyFeed(
                other,
                service.bean(Entries.class),
                new GrouplessConsumers(service.bean(KafkaProperties.class).buildConsumerProperties()));
        feed.start();
        try {
            // filled before the start is over, from the store
            assertThat(other.ofCase(before.id()))
                    .containsExactlyInAnyOrderElementsOf(
                            service.bean(Tallies.class).ofCase(before.id()));
            SampleCase after = sample("之后");
            service.publish(after.published());
            awaitLines(service.bean(Tallies.class), after, 31);
            for (String region : List.of("430000", "420000")) {
                move(after, region, Map.of("to", "IN_PROGRESS", "explanation", "已部署"));
                assertThat(service.get("/api/replication/v1/statistics?case=" + after.id() + "&region=" + region)
                                .body()
                                .path("overall")
                                .path("open")
                                .asInt())
                        .as("at once")
                        .isEqualTo(1);
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(other.ofCase(after.id()))
                    .containsExactlyInAnyOrderElementsOf(
                            service.bean(Tallies.class).ofCase(after.id())));
            assertThat(other.ofCase(after.id()))
                    .filteredOn(line -> line.status() == Status.IN_PROGRESS)
                    .hasSize(2);
        } finally {
            feed.stop();
        }
    }

    @Test
    void aPartOfALineDoesNotCountBesideItAfterAStart() {
        SampleCase sample = sample("分解");
        service.publish(sample.published());
        awaitLines(service.bean(Tallies.class), sample, 31);
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        assertThat(service.post(
                                "/api/replication/v1/obligations/" + id + "/delegations",
                                RunningService.token("reporter", Role.COORDINATOR, null),
                                Map.of("to", "430100", "reason", "属地落实"))
                        .status())
                .isLessThan(300);
        assertThat(service.bean(Entries.class).ofCases(List.of(sample.id()))).hasSize(32);
        Tallies filled = new Tallies();

        service.bean(Entries.class).forEachHead(head -> filled.take(List.of(head)));

        assertThat(filled.ofCase(sample.id())).hasSize(31);
    }

    private static SampleCase sample(String title) {
        return SampleCase.titled(title + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023");
    }

    private static void awaitLines(Tallies tallies, SampleCase sample, int number) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tallies.ofCase(sample.id())).hasSize(number));
    }

    private void move(SampleCase sample, String region, Map<String, ?> body) {
        String id = ObligationId.derive(sample.id().value(), region).value();
        assertThat(service.post(
                                "/api/replication/v1/obligations/" + id + "/transitions",
                                RunningService.token("reporter", Role.COORDINATOR, null),
                                body)
                        .status())
                .isEqualTo(200);
    }
}
