package io.casewire.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildIT {
    private final RunningService service = RunningService.shared();

    @Test
    void anEmptyStoreBecomesTheSameLedgerWithItsStepsAndNothingIsToldAgain() {
        SampleCase first = SampleCase.titled("重建" + UUID.randomUUID())
                .from("湖南自贸试验区")
                .promotedTo(PromotionScope.NATIONWIDE, "2023");
        SampleCase narrowed =
                first.promotedTo(PromotionScope.PILOT_ZONES, "2023-11-14").renamed(first.title() + "改");
        String number = "样函〔2023〕" + Math.floorMod(UUID.randomUUID().hashCode(), 99_999) + "号";
        SampleCase unclear = SampleCase.titled("年份" + UUID.randomUUID())
                .issuedOn(null)
                .promotedTo(PromotionScope.PILOT_ZONES, "2023")
                .restingOn(number);
        service.publish(unclear.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ledger(service, unclear)).hasSize(21));
        assertThat(service.get(adoption(unclear)).body().path("undecided")).hasSize(1);
        service.publish(
                Topics.EVIDENCE,
                new MilestoneFound(
                        new MilestoneRecord(
                                EvidenceId.derive(number),
                                "2023-12-01",
                                null,
                                "样例院印发《关于复制推广样例的通知》（" + number + "）。",
                                new LineRange(1, 1)),
                        1,
                        first.document()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ledger(service, unclear)).hasSize(22));
        assertThat(service.get(adoption(unclear)).body().path("undecided")).isEmpty();
        assertThat(ledger(service, unclear)).allSatisfy(entry -> {
            assertThat(entry.path("basis").path("day").path("known").asString()).isEqualTo("ELSEWHERE");
            assertThat(entry.path("basis").path("day").path("counted").asString())
                    .isEqualTo("2023-12-01");
        });
        service.publish(first.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ledger(service, first)).hasSize(31));
        String id = ledger(service, first).get(2).path("id").asString();
        String region = ledger(service, first).get(2).path("regionCode").asString();
        String token = RunningService.token("r", Role.COORDINATOR, null);
        assertThat(service.post(
                                "/api/replication/v1/obligations/" + id + "/transitions",
                                token,
                                Map.of("to", "IN_PROGRESS", "explanation", region + "已部署"))
                        .status())
                .isEqualTo(200);
        assertThat(service.patch(
                                "/api/replication/v1/obligations/" + id + "/work",
                                token,
                                Map.of("department", "省商务厅", "plannedFinish", "2026-12-31", "percent", 40))
                        .status())
                .isEqualTo(200);
        service.publish(narrowed.revised(2));
        EvidenceId fact = EvidenceId.derive(first.id().value());
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(
                        new AdoptionRecord(
                                fact,
                                "湖北省",
                                "420000",
                                "湖北省",
                                narrowed.title(),
                                "湖北省复制推广了该成果。",
                                List.of(),
                                new LineRange(1, 1)),
                        1,
                        first.document()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ledger(service, first))
                .filteredOn(entry -> entry.path("assurance").asString().equals("EVIDENCED"))
                .hasSize(1));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ledger(service, first))
                .filteredOn(entry -> entry.has("lapsed"))
                .hasSize(31));
        EvidenceId byHand = EvidenceId.derive(first.id().value() + "-by-hand");
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(
                        new AdoptionRecord(
                                byHand,
                                "湖南省",
                                "430000",
                                "湖南省",
                                unclear.title() + "（简称）",
                                "湖南省复制推广了该成果。",
                                List.of(),
                                new LineRange(2, 2)),
                        1,
                        first.document()));
        String settled = "/api/replication/v1/evidence/" + byHand;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(service.get(settled).text("why")).isEqualTo("NO_CASE"));
        String owing = ledger(service, unclear).get(0).path("regionCode").asString();
        assertThat(service.post(settled + "/dismissal", token, Map.of("reason", "暂不认定"))
                        .status())
                .isEqualTo(200);
        assertThat(service.post(
                                settled + "/match",
                                token,
                                Map.of("caseId", unclear.id().value(), "region", owing, "reason", "简称相同"))
                        .status())
                .isEqualTo(200);
        List<JsonNode> spokenFor = ledger(service, unclear);
        assertThat(spokenFor.get(0).path("evidence")).hasSize(1);
        List<JsonNode> before = ledger(service, first);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(events(first))
                .isEqualTo(before.stream()
                        .mapToLong(entry -> entry.path("revision").asLong())
                        .sum()));
        String group = "rebuild-" + UUID.randomUUID();
        try (RunningService rebuilt = RunningService.on(SharedStore.freshDatabase(), group)) {
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                            rebuilt.get(adoption(first)).body().path("revision").asInt())
                    .isEqualTo(2));
            assertThat(ledger(rebuilt, first)).containsExactlyElementsOf(before);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                            rebuilt.get(adoption(unclear)).body())
                    .isEqualTo(service.get(adoption(unclear)).body()));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(rebuilt.get(settled, token).status()).isEqualTo(200));
            assertThat(rebuilt.get(settled, token).body())
                    .isEqualTo(service.get(settled, token).body());
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(ledger(rebuilt, unclear)).containsExactlyElementsOf(spokenFor));
            assertThat(rebuilt.get("/api/replication/v1/obligations/" + id).body())
                    .isEqualTo(
                            service.get("/api/replication/v1/obligations/" + id).body());
            JsonNode whole =
                    rebuilt.get("/api/replication/v1/obligations/" + id, token).body();
            assertThat(whole.path("work").path("percent").asInt()).isEqualTo(40);
            assertThat(whole)
                    .isEqualTo(service.get("/api/replication/v1/obligations/" + id, token)
                            .body());
            assertThat(rebuilt.get(adoption(first)).body())
                    .isEqualTo(service.get(adoption(first)).body());
            await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(events(first))
                    .isEqualTo(before.stream()
                            .mapToLong(entry -> entry.path("revision").asLong())
                            .sum()));
            // and the one line that a person let speak
            assertThat(events(unclear)).isEqualTo(21 * 2 + 1 + 1);
        }
    }

    private static List<JsonNode> ledger(RunningService service, SampleCase sample) {
        return service.get("/api/replication/v1/obligations?lapsed=true&case=" + sample.id())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String adoption(SampleCase sample) {
        return "/api/replication/v1/cases/" + sample.id() + "/adoption";
    }

    private static long events(SampleCase sample) {
        return RunningService.events().stream()
                .filter(envelope -> envelope.event().obligation().caseId().equals(sample.id()))
                .count();
    }
}
