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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reports of a province and of a city in it, with words that are in nothing but what was reported. */
class DisclosureIT {
    private static final String API = "/api/replication/v1";
    private static final String HUNAN = "430000";
    private static final String CHANGSHA = "430100";
    private static final String ZONE = "439900";
    private static final List<String> REPORTED =
            List.of("密语说明", "密语理由", "https://example.org/miyu", "report@miyu", "review@miyu");

    private static final RunningService SERVICE = RunningService.shared();
    private static SampleCase sample;

    @BeforeAll
    static void report() {
        sample = SampleCase.titled("案例").promotedTo(PromotionScope.NAMED, "2023", HUNAN, CHANGSHA, "湖南自贸试验区");
        SERVICE.publish(sample.published());
        for (String region : List.of(HUNAN, CHANGSHA, ZONE)) {
            String path = path(region);
            await().atMost(Duration.ofSeconds(60)).until(() -> SERVICE.get(path).status() == 200);
            String reporter = RunningService.token("report@miyu", Role.REGION, region);
            String reviewer = RunningService.token("review@miyu", Role.COORDINATOR, null);
            take(path, reporter, Map.of("to", "IN_PROGRESS", "explanation", "密语说明一"));
            take(
                    path,
                    reporter,
                    Map.of(
                            "to", "SUBMITTED",
                            "outcome", "ADOPTED",
                            "explanation", "密语说明二",
                            "evidence", List.of("https://example.org/miyu")));
            take(path, reviewer, Map.of("to", "RETURNED", "reason", "密语理由"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,      430000",
                "READER,      -,      430000",
                "READER,      430000, 430000",
                "PUBLISHER,   -,      430000",
                "AGENCY,      430000, 430000",
                "REGION,      420000, 430000",
                "REGION,      430100, 430000",
                "REGION,      430200, 430100",
                "REGION,      420000, 430100",
                "REGION,      430100, 439900",
                "REGION,      429900, 439900"
            })
    void othersSeeStatesAndCountsOnly(@Nullable Role role, @Nullable String own, String region) {
        String token = role == null ? null : RunningService.token("somebody", role, own);
        for (String path : everyAnswerAbout(region)) {
            Answer answer = SERVICE.get(path, token);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body().toString()).as(path).doesNotContain(REPORTED);
        }
        JsonNode one = SERVICE.get(path(region), token).body();
        assertThat(one.path("status").asString()).isEqualTo("RETURNED");
        assertThat(one.path("outline").asBoolean()).isTrue();
        assertThat(one.path("steps").valueStream().map(step -> step.path("to").asString()))
                .containsExactly("IN_PROGRESS", "SUBMITTED", "RETURNED");
        assertThat(one.path("steps")).allSatisfy(step -> {
            assertThat(step.has("actor")).isFalse();
            assertThat(step.path("at").asString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "REGION,      430000, 430000",
                "REGION,      430100, 430100",
                "REGION,      430000, 430100",
                "REGION,      439900, 439900",
                "REGION,      430000, 439900",
                "COORDINATOR, -,      430100",
                "OPERATOR,    -,      430000",
                "AUDITOR,     -,      430100"
            })
    void theRegionThoseAboveItAndThoseWhoReviewSeeWhatWasReported(Role role, @Nullable String own, String region) {
        Answer answer = SERVICE.get(path(region), RunningService.token("somebody", role, own));
        assertThat(answer.body().toString()).contains(REPORTED);
        assertThat(answer.body().has("outline")).isFalse();
    }

    @Test
    void fullerAnswerIsNotTakenFromACacheOfThePoorerOrGivenToOthers() {
        String coordinator = RunningService.token("somebody", Role.COORDINATOR, null);
        Answer outline = SERVICE.get(path(HUNAN), null);
        Answer whole = SERVICE.get(path(HUNAN), coordinator);
        assertThat(outline.header("ETag")).isNotEqualTo(whole.header("ETag"));
        assertThat(SERVICE.get(path(HUNAN), coordinator, "If-None-Match", outline.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(SERVICE.get(path(HUNAN), coordinator, "If-None-Match", whole.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(SERVICE.get(path(HUNAN), null, "If-None-Match", whole.header("ETag"))
                        .status())
                .isEqualTo(200);
        for (Answer answer : List.of(outline, whole)) {
            assertThat(answer.headers().entrySet().stream()
                            .filter(header -> header.getKey().equalsIgnoreCase("Vary"))
                            .flatMap(header -> header.getValue().stream()))
                    .contains("Authorization");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR", "READER"})
    void whoOnlyReadsTakesNoStep(Role role) {
        Answer answer = SERVICE.post(
                path(HUNAN) + "/transitions",
                RunningService.token("somebody", role, null),
                Map.of("to", "IN_PROGRESS", "explanation", "继续"));
        assertThat(answer.status()).isEqualTo(403);
    }

    private static List<String> everyAnswerAbout(String region) {
        return Stream.of(
                        "/obligations?size=500&case=" + sample.id().value(),
                        "/obligations?size=500&region=" + region,
                        "/regions/" + region + "/ledger?size=500",
                        "/cases/" + sample.id().value() + "/adoption",
                        "/matrix?size=100",
                        "/statistics",
                        "/counts")
                .map(path -> API + path)
                .flatMap(path -> Stream.of(path, path(region)))
                .distinct()
                .toList();
    }

    private static void take(String path, String token, Map<String, ?> step) {
        Answer taken = SERVICE.post(path + "/transitions", token, step);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(200);
    }

    private static String path(String region) {
        return API + "/obligations/"
                + ObligationId.derive(sample.id().value(), region).value();
    }
}
