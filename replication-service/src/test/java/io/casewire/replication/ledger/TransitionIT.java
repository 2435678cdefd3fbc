package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TransitionIT {
    private static final Map<String, String> START = Map.of("to", "IN_PROGRESS", "explanation", "已部署");

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);

    @Test
    void anAdoptionGoesFromUnknownToClosedAndEachStepIsKeptAndPublished() {
        String id = obligation("430000");
        assertThat(post(id, hunan, Map.of("to", "NOT_STARTED")).status()).isEqualTo(200);
        assertThat(post(id, hunan, START).status()).isEqualTo(200);
        Answer submitted = post(
                id,
                hunan,
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", "ADOPTED",
                        "explanation", "全省推开",
                        "evidence", List.of("湘政办发〔2023〕1号")));
        assertThat(submitted.text("assurance")).isEqualTo("REPORTED");
        Answer closed = post(id, coordinator, Map.of("to", "CLOSED"));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text("outcome")).isEqualTo("ADOPTED");
        assertThat(closed.text("assurance")).isEqualTo("VERIFIED");
        assertThat(closed.header("ETag")).isEqualTo("\"5\"");
        assertThat(closed.body().path("steps")).hasSize(4).allSatisfy(step -> {
            assertThat(step.path("actor").asString()).isNotBlank();
            assertThat(step.path("at").asString()).isNotBlank();
        });
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id))
                .extracting(event -> event.revision())
                .containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id) && event instanceof ObligationMoved)
                .extracting(event -> ((ObligationMoved) event).step().to())
                .containsExactly(Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUBMITTED, Status.CLOSED);
    }

    @Test
    void ofManyAtOnceExactlyOneIsTaken() {
        String id = obligation("430000");
        List<CompletableFuture<Answer>> racing = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(id, hunan, Map.of("to", "IN_PROGRESS", "explanation", "第" + i + "份"))))
                .toList();
        List<Integer> statuses =
                racing.stream().map(answer -> answer.join().status()).toList();
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        assertThat(service.get("/api/replication/v1/obligations/" + id).body().path("steps"))
                .hasSize(1);
    }

    @Test
    void whoeverDecidedUponAnOlderRevisionIsTold() {
        String id = obligation("430000");
        assertThat(post(id, hunan, START, "If-Match", "\"1\"").status()).isEqualTo(200);
        Answer late = post(id, hunan, Map.of("to", "SUBMITTED", "explanation", "完成"), "If-Match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("type")).isEqualTo("urn:casewire:problem:revision-outdated");
        assertThat(late.body().path("currentRevision").asLong()).isEqualTo(2);
    }

    @Test
    void theSameKeyAgainIsTheSameStep() {
        String id = obligation("430000");
        Answer first = post(id, hunan, START, "Idempotency-Key", "k1");
        Answer again = post(id, hunan, START, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other = post(id, hunan, Map.of("to", "SUBMITTED", "explanation", "完成"), "Idempotency-Key", "k1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("rule")).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,      401",
                "READER,      -,      403",
                "PUBLISHER,   -,      403",
                "AGENCY,      -,      403",
                "REGION,      420000, 403",
                "REGION,      430100, 403",
                "REGION,      430000, 200",
                "COORDINATOR, -,      200",
                "OPERATOR,    -,      200"
            })
    void onlyTheRegionItselfAndTheCentreReport(@Nullable Role role, @Nullable String region, int status) {
        String token = role == null ? null : RunningService.token("somebody", role, region);
        String id = obligation("430000");
        Answer answer = post(id, token, START);
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(service.get("/api/replication/v1/obligations/" + id).text("status"))
                    .isEqualTo("UNKNOWN");
        }
    }

    @Test
    void aBrokenRuleIsNamedInTheProblem() {
        Answer answer = post(obligation("430000"), hunan, Map.of("to", "IN_PROGRESS"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:explanation-missing");
        assertThat(answer.text("rule")).isEqualTo("explanation-missing");
        assertThat(answer.text("currentStatus")).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000", "\u200B", " \u200B\u2060\uFEFF ", "\u3164", "\u2800", "\uFFFD"})
    void whatMustBeSaidMustBeSeen(String nothing) {
        String id = obligation("430000");
        assertThat(post(id, hunan, Map.of("to", "IN_PROGRESS", "explanation", nothing))
                        .text("rule"))
                .isEqualTo("explanation-missing");
        assertThat(post(id, hunan, START).status()).isEqualTo(200);
        Map<String, Object> adopted = Map.of(
                "to", "SUBMITTED", "outcome", "ADOPTED", "explanation", "完成", "evidence", List.of(nothing, nothing));
        assertThat(post(id, hunan, adopted).text("rule")).isEqualTo("evidence-missing");
        Map<String, Object> declined =
                Map.of("to", "SUBMITTED", "outcome", "NOT_APPLICABLE", "explanation", "不适用", "reason", nothing);
        assertThat(post(id, hunan, declined).text("rule")).isEqualTo("reason-missing");
        assertThat(service.get("/api/replication/v1/obligations/" + id).text("status"))
                .isEqualTo("IN_PROGRESS");
    }

    @ParameterizedTest
    @CsvSource({
        "obligations?status=CLOSD,             CLOSED",
        "obligations?region=湖南省,             430000",
        "obligations?region=43000,             430000",
        "regions/430000/ledger?status=closd,   CLOSED",
        "matrix?domain=Tradee,                 trade",
        "matrix?domain=贸易便利化,              trade"
    })
    void unknownValueOfAFilterIsRefusedWithTheNearest(String path, String meant) {
        Answer answer = service.get("/api/replication/v1/" + encoded(path));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:unknown-value");
        assertThat(answer.body().path("nearest").valueStream().map(JsonNode::asString))
                .contains(meant);
    }

    @Test
    void unknownRegionOfALedgerIsNotThereAndTheNearestIsNamed() {
        Answer answer = service.get("/api/replication/v1/regions/430001/ledger");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("nearest").valueStream().map(JsonNode::asString))
                .contains("430000");
    }

    @Test
    void misspeltStatusOfAStepIsRefusedWithTheNearest() {
        Answer answer = post(obligation("430000"), hunan, Map.of("to", "IN_PROGRES", "explanation", "x"));
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:unknown-value");
        assertThat(answer.text("detail")).contains("Did you mean IN_PROGRESS?");
    }

    private static String encoded(String path) {
        return path.codePoints()
                .mapToObj(c -> c < 0x80
                        ? Character.toString(c)
                        : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":{\"$ne\":null}}",
                "{\"to\":\"IN_PROGRESS\",\"explanation\":{\"$gt\":\"\"}}",
                "{\"to\":\"IN_PROGRES\",\"explanation\":\"x\"}",
                "{\"to\":\"SUBMITTED\",\"outcome\":\"ADPOTED\",\"explanation\":\"x\"}",
                "{\"explanation\":\"x\"}",
                "[]",
                "{",
                ""
            })
    void aBodyOfTheWrongShapeIsRefused(String body) {
        String id = obligation("430000");
        Answer answer = service.post("/api/replication/v1/obligations/" + id + "/transitions", hunan, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).startsWith("urn:casewire:problem:");
    }

    @Test
    void operatorsInValuesAreJustText() {
        String id = obligation("430000");
        Map<String, Object> body = Map.of(
                "to", "IN_PROGRESS",
                "explanation", "{\"$set\":{\"obligation.status\":\"CLOSED\"}}",
                "reason", "$obligation.status",
                "evidence", List.of("$where: 1", "a.b.c"));
        Answer taken = post(id, hunan, body);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("steps").path(0).path("explanation").asString())
                .isEqualTo(body.get("explanation"));
        assertThat(service.get("/api/replication/v1/obligations?region=%7B%22%24ne%22%3Anull%7D")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/replication/v1/obligations?region%5B%24ne%5D=1&case=" + caseOf(id))
                        .text("type"))
                .isEqualTo("urn:casewire:problem:unknown-parameter");
        assertThat(service.get("/api/replication/v1/obligations?status=%7B%7D").status())
                .isEqualTo(400);
        assertThat(service.get("/api/replication/v1/obligations/%24where").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsAProblemOfItsOwn() {
        String unknown = ObligationId.derive("nobody knows").value();
        assertThat(service.get("/api/replication/v1/obligations/" + unknown).text("type"))
                .isEqualTo("urn:casewire:problem:not-found");
        assertThat(post(unknown, coordinator, START).status()).isEqualTo(404);
        assertThat(service.get("/api/replication/v1/obligations?cursor=!!!").status())
                .isEqualTo(400);
        assertThat(service.get("/api/replication/v1/obligations?size=501").status())
                .isEqualTo(400);
    }

    /** A new case obliging that region alone. */
    private String obligation(String region) {
        SampleCase sample = SampleCase.titled("案例").promotedTo(PromotionScope.NAMED, "2023", region);
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), region).value();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        service.get("/api/replication/v1/obligations/" + id).status() == 200);
        return id;
    }

    private String caseOf(String id) {
        return service.get("/api/replication/v1/obligations/" + id).text("caseId");
    }

    private Answer post(String id, @Nullable String token, Map<String, ?> body, String... headers) {
        return service.post("/api/replication/v1/obligations/" + id + "/transitions", token, body, headers);
    }
}
