package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a region says of its own work. */
class WorkIT {
    private static final Map<String, ?> ALL = Map.of(
            "department", "省商务厅",
            "person", "李明",
            "plannedFinish", "2026-06-30",
            "percent", 30,
            "remark", "分两步走");

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);

    @Test
    void whatIsAbsentStaysAndNullClears() {
        String id = line(sample());
        assertThat(patch(id, hunan, ALL).status()).isEqualTo(200);
        Answer after = patch(id, hunan, "{\"percent\":60,\"person\":null,\"remark\":\" \"}");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isEqualTo("\"3\"");
        assertThat(after.body().path("work"))
                .isEqualTo(patch(id, hunan, "{\"percent\":60}").body().path("work"));
        assertThat(after.body().path("work").propertyNames())
                .containsExactlyInAnyOrder("department", "plannedFinish", "percent");
        assertThat(after.body().path("work").path("percent").asInt()).isEqualTo(60);
        assertThat(after.text("status")).isEqualTo("UNKNOWN");
    }

    @Test
    void listsShowItToThoseWhoMayKnowItOnly() {
        SampleCase sample = sample();
        patch(line(sample), hunan, ALL);
        String list = "/api/replication/v1/obligations?region=430000&case="
                + sample.id().value();
        String other = RunningService.token("report@hubei", Role.REGION, "420000");
        for (String knows : List.of(hunan, coordinator)) {
            JsonNode work =
                    service.get(list, knows).body().path("items").path(0).path("work");
            assertThat(work.path("person").asString()).isEqualTo("李明");
            assertThat(work.path("percent").asInt()).isEqualTo(30);
        }
        for (String token : Arrays.asList(other, null)) {
            JsonNode item = service.get(list, token).body().path("items").path(0);
            assertThat(item.path("status").asString()).isEqualTo("UNKNOWN");
            assertThat(item.has("work")).isFalse();
        }
    }

    @Test
    void changesAtOnceAreAllTakenWhereNobodySaidWhatWasSeen() {
        String id = line(sample());
        List<CompletableFuture<Answer>> changes = ALL.entrySet().stream()
                .filter(each -> !each.getKey().equals("remark"))
                .map(each -> CompletableFuture.supplyAsync(
                        () -> patch(id, hunan, Map.of(each.getKey(), each.getValue())), Thread::startVirtualThread))
                .toList();
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.join().status()).isEqualTo(200));
        assertThat(patch(id, hunan, Map.of("remark", "分两步走")).body().path("work"))
                .isEqualTo(patch(id, hunan, ALL).body().path("work"));
    }

    @Test
    void whatChangesNothingIsToldToNobody() {
        String id = line(sample());
        patch(id, hunan, ALL);
        assertThat(patch(id, coordinator, ALL).header("ETag")).isEqualTo("\"2\"");
        patch(id, hunan, Map.of("percent", 31));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id) && event instanceof ObligationNoted)
                .extracting(event -> event.revision())
                .containsExactly(2L, 3L));
    }

    @Test
    void onlyWhoeverMayKnowWhatWasReportedSeesIt() {
        String id = line(sample());
        patch(id, hunan, ALL);
        for (String token : List.of(hunan, coordinator, RunningService.token("a", Role.AUDITOR, null))) {
            assertThat(service.get(path(id), token)
                            .body()
                            .path("work")
                            .path("person")
                            .asString())
                    .isEqualTo("李明");
        }
        assertThat(service.get(path(id)).body().has("work")).isFalse();
        assertThat(service.get(path(id), RunningService.token("h", Role.REGION, "420000"))
                        .body()
                        .has("work"))
                .isFalse();
        assertThat(service.get("/api/replication/v1/regions/430000/ledger?size=500", hunan)
                        .body()
                        .toString())
                .doesNotContain("李明");
    }

    @Test
    void itStaysWhenTheCaseIsRevisedAndWhenADocumentSpeaksForTheRegion() {
        SampleCase sample = sample();
        String id = line(sample);
        patch(id, hunan, ALL);
        SampleCase renamed = sample.renamed(sample.title() + "改");
        service.publish(renamed.revised(2));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(path(id)).text("caseTitle").equals(renamed.title()));
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(
                        new AdoptionRecord(
                                EvidenceId.derive(sample.id().value()),
                                "湖南省",
                                "430000",
                                "湖南省",
                                renamed.title(),
                                "湖南省复制推广了该成果。",
                                List.of(),
                                new LineRange(1, 1)),
                        1,
                        sample.document()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(path(id)).text("assurance").equals("EVIDENCED"));
        assertThat(service.get(path(id), hunan)
                        .body()
                        .path("work")
                        .path("percent")
                        .asInt())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"progress\":30}            | unknown-property",
                "{\"percent\":101}            | bad-request",
                "{\"percent\":-1}             | bad-request",
                "{\"percent\":1.5}            | bad-request",
                "{\"percent\":\"30\"}         | bad-request",
                "{\"plannedFinish\":\"2026-06\"} | bad-request",
                "{\"plannedFinish\":\"0026-06-01\"} | bad-request",
                "{\"department\":{\"$ne\":1}} | bad-request",
                "{\"person\":\"\uFFFD李\"}    | bad-request",
                "{}                           | bad-request",
            })
    void whatCannotBeTakenIsRefusedByName(String body, String slug) {
        String id = line(sample());
        Answer refused = patch(id, hunan, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("type")).isEqualTo("urn:casewire:problem:" + slug);
        assertThat(service.get(path(id)).header("ETag")).contains("\"1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,      401",
                "READER,      -,      403",
                "AUDITOR,     -,      403",
                "AGENCY,      -,      403",
                "REGION,      420000, 403",
                "REGION,      430100, 403",
                "REGION,      430000, 200",
                "COORDINATOR, -,      200",
                "OPERATOR,    -,      200"
            })
    void whoReportsForTheRegionSaysIt(@Nullable Role role, @Nullable String region, int status) {
        String token = role == null ? null : RunningService.token("somebody", role, region);
        assertThat(patch(line(sample()), token, ALL).status()).isEqualTo(status);
    }

    @Test
    void anOlderRevisionAndTheSameKeyAreAnsweredAsWithSteps() {
        String id = line(sample());
        Answer first = patch(id, hunan, ALL, "If-Match", "\"1\"", "Idempotency-Key", "w1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(patch(id, hunan, ALL, "If-Match", "\"1\"", "Idempotency-Key", "w1")
                        .body())
                .isEqualTo(first.body());
        assertThat(patch(id, hunan, Map.of("percent", 1), "Idempotency-Key", "w1")
                        .text("rule"))
                .isEqualTo("idempotency-key-reused");
        assertThat(service.post(path(id) + "/transitions", hunan, Map.of("to", "NOT_STARTED"), "Idempotency-Key", "w1")
                        .text("rule"))
                .isEqualTo("idempotency-key-reused");
        assertThat(patch(id, hunan, Map.of("percent", 1), "If-Match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    void nobodyWorksOnWhatDoesNotHoldOrCameFromThere() {
        SampleCase sample = sample();
        String id = line(sample);
        service.publish(sample.withdrawn(2, "撤回"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(path(id)).body().has("lapsed"));
        assertThat(patch(id, hunan, ALL).text("rule")).isEqualTo("obligation-lapsed");
        String origin = line(sample().from("湖南自贸试验区").promotedTo(PromotionScope.NATIONWIDE, "2023"));
        assertThat(patch(origin, hunan, ALL).text("rule")).isEqualTo("origin-has-nothing-to-adopt");
    }

    private static SampleCase sample() {
        return SampleCase.titled("工作" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
    }

    private String line(SampleCase sample) {
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get(path(id)).status() == 200);
        return id;
    }

    private Answer patch(String id, @Nullable String token, Object body, String... headers) {
        return service.patch(path(id) + "/work", token, body, headers);
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
