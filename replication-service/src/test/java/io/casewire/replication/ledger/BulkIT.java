package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Steps of many lines in one request. */
class BulkIT {
    private static final String BULK = "/api/replication/v1/obligations/transitions";

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);

    @Test
    void allAreTakenWhereAllMayBe() {
        List<String> ids = lines(3);
        Answer answer =
                service.post(BULK, hunan, body(ids.stream().map(BulkIT::start).toList()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("taken").asInt()).isEqualTo(3);
        assertThat(column(answer.body(), "status")).containsOnly("IN_PROGRESS");
        assertThat(column(answer.body(), "id")).containsExactlyElementsOf(ids);
        assertThat(ids).allMatch(id -> status(id).equals("IN_PROGRESS"));
    }

    @Test
    void noneIsTakenWhereOneMayNotBeAndEachProblemIsNamed() {
        List<String> ids = lines(4);
        String elsewhere = line("420000");
        String nowhere = ObligationId.derive("nowhere").value();
        Map<String, Object> late = new HashMap<>(start(ids.get(3)));
        late.put("ifMatch", "\"7\"");
        List<Map<String, Object>> steps = List.of(
                start(ids.get(0)),
                Map.of("id", ids.get(1), "to", "IN_PROGRESS"),
                Map.of("id", ids.get(2), "to", "CLOSD"),
                start(elsewhere),
                start(nowhere),
                late,
                start(ids.get(0)),
                Map.of("to", "IN_PROGRESS"));
        Answer answer = service.post(BULK, hunan, body(steps));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:steps-refused");
        assertThat(column(answer.body(), "problem"))
                .containsExactly(
                        "",
                        "explanation-missing",
                        "unknown-value",
                        "not-your-region",
                        "not-found",
                        "revision-outdated",
                        "line-repeated",
                        "bad-request");
        assertThat(column(answer.body(), "result").getFirst()).isEqualTo("NOT_TRIED");
        assertThat(ids).allMatch(id -> status(id).equals("UNKNOWN"));

        Answer partial = service.post(BULK + "?partial=true", hunan, body(steps));
        assertThat(partial.status()).isEqualTo(200);
        assertThat(partial.body().path("taken").asInt()).isOne();
        assertThat(partial.body().path("refused").asInt()).isEqualTo(7);
        assertThat(status(ids.getFirst())).isEqualTo("IN_PROGRESS");
        assertThat(status(elsewhere)).isEqualTo("UNKNOWN");
    }

    @Test
    void aDryRunAnswersWhatEachLineWouldBeAndTakesNothing() {
        List<String> ids = lines(2);
        String elsewhere = line("420000");
        long revision =
                service.get(path(ids.getFirst())).body().path("revision").asLong();
        List<Map<String, Object>> steps = List.of(
                start(ids.get(0)),
                Map.of("id", ids.get(1), "to", "CLOSD"),
                start(elsewhere),
                Map.of("to", "IN_PROGRESS"));
        for (String query : List.of("?dryRun=true", "?dryRun=true&partial=true")) {
            Answer answer = service.post(BULK + query, hunan, body(steps));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("dryRun").asBoolean()).isTrue();
            assertThat(answer.body().path("wouldBeTaken").asInt()).isOne();
            assertThat(answer.body().path("taken").asInt()).isZero();
            assertThat(answer.body().path("refused").asInt()).isEqualTo(3);
            assertThat(column(answer.body(), "result"))
                    .containsExactly("WOULD_BE_TAKEN", "REFUSED", "REFUSED", "REFUSED");
            assertThat(column(answer.body(), "problem"))
                    .containsExactly("", "unknown-value", "not-your-region", "bad-request");
            JsonNode first = answer.body().path("results").path(0);
            assertThat(first.path("status").asString()).isEqualTo("IN_PROGRESS");
            assertThat(first.path("revision").asLong()).isEqualTo(revision + 1);
        }
        assertThat(status(ids.getFirst())).isEqualTo("UNKNOWN");
        assertThat(service.get(path(ids.getFirst())).body().path("revision").asLong())
                .isEqualTo(revision);
        Answer taken = service.post(BULK, hunan, body(List.of(start(ids.getFirst()))));
        assertThat(taken.body().path("dryRun").asBoolean()).isFalse();
        assertThat(taken.body().path("taken").asInt()).isOne();
        assertThat(service.post(BULK + "?dryrun=true", hunan, body(steps)).text("type"))
                .endsWith("unknown-parameter");
    }

    @Test
    void aRepetitionWithTheSameKeysTakesNothingTwice() {
        List<String> ids = lines(2);
        List<Map<String, Object>> steps = ids.stream()
                .map(id -> {
                    Map<String, Object> step = new HashMap<>(start(id));
                    step.put("idempotencyKey", "bulk-" + id);
                    return step;
                })
                .toList();
        assertThat(service.post(BULK, hunan, body(steps)).status()).isEqualTo(200);
        Answer again = service.post(BULK, hunan, body(steps));
        assertThat(again.status()).isEqualTo(200);
        assertThat(column(again.body(), "result")).containsOnly("TAKEN");
        assertThat(ids)
                .allMatch(id -> service.get(path(id)).body().path("steps").size() == 1);
    }

    /** Whoever loses a line is told so, and every line has exactly one step whose actor was told that it was taken. */
    @Test
    void ofSeveralAtOnceEachLineIsTakenByOneWhoIsToldSo() {
        List<String> ids = lines(10);
        List<CompletableFuture<Answer>> racing = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.post(
                        BULK + "?partial=true",
                        RunningService.token("racer" + i, Role.COORDINATOR, null),
                        body(ids.stream().map(BulkIT::start).toList()))))
                .toList();
        List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();
        for (int line = 0; line < ids.size(); line++) {
            JsonNode steps =
                    service.get(path(ids.get(line)), coordinator).body().path("steps");
            assertThat(steps).hasSize(1);
            String winner = steps.path(0).path("actor").asString();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(column(answers.get(i).body(), "result").get(line))
                        .isEqualTo(winner.equals("racer" + i) ? "TAKEN" : "REFUSED");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | 400 | bad-request",
                "{\"steps\":[]}                         | 400 | bad-request",
                "[]                                     | 400 | invalid-body",
                "{\"id\":\"x\"}                           | 400 | unknown-property",
                "{\"steps\":[{\"id\":\"x\",\"too\":\"y\"}]} | 400 | unknown-property",
                "{\"steps\":[null]}                     | 422 | steps-refused",
            })
    void aBodyThatIsNoListOfStepsIsRefused(String body, int status, String slug) {
        Answer answer = service.post(BULK, hunan, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:" + slug);
    }

    @Test
    void moreThanFiveHundredAndOtherRolesAreRefused() {
        String id = line("430000");
        assertThat(service.post(
                                BULK,
                                hunan,
                                body(IntStream.rangeClosed(0, 500)
                                        .mapToObj(i -> start(id))
                                        .toList()))
                        .status())
                .isEqualTo(400);
        assertThat(service.post(BULK, null, body(List.of(start(id)))).status()).isEqualTo(401);
        assertThat(service.post(BULK, RunningService.token("r", Role.READER, null), body(List.of(start(id))))
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, Object> body(List<?> steps) {
        return Map.of("steps", steps);
    }

    private static Map<String, Object> start(String id) {
        return Map.of("id", id, "to", "IN_PROGRESS", "explanation", "已部署");
    }

    private static List<String> column(JsonNode answer, String name) {
        return answer.path("results")
                .valueStream()
                .map(line -> line.path(name).asString(""))
                .toList();
    }

    private List<String> lines(int number) {
        return IntStream.range(0, number).mapToObj(i -> line("430000")).toList();
    }

    private String line(String region) {
        SampleCase sample =
                SampleCase.titled("批量" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", region);
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), region).value();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get(path(id)).status() == 200);
        return id;
    }

    private String status(String id) {
        return service.get(path(id)).text("status");
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
