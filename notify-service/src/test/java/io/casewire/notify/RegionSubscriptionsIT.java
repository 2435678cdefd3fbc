package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationOverdue;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.identity.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A region is told of what concerns it. */
class RegionSubscriptionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final String HUNAN = RunningNotify.regionToken("430000");
    private static final String COORDINATOR = RunningNotify.token(Role.COORDINATOR, null);

    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @Test
    void isToldOfItsObligationsOfThoseWithinAndOfCasesThatObligeIt() {
        String id = made(HUNAN, "430000");
        String path = RunningNotify.json(notify.call("POST", PATH + "/" + id + "/feed", HUNAN, null))
                .at("/json")
                .asString()
                .replaceFirst("https?://[^/]+", "");

        notify.publish(overdue("关切省", "430000", Level.PROVINCE));
        notify.publish(overdue("关切市", "430100", Level.PREFECTURE));
        notify.publish(overdue("关切外省", "420000", Level.PROVINCE));
        notify.publish(promoted("关切全国", PromotionScope.NATIONWIDE));
        notify.publish(promoted("关切沿海", PromotionScope.COASTAL));
        notify.publish(Cases.published("关切无推广", Domain.TRADE, "-"));
        notify.publish(overdue("关切县", "430102", Level.COUNTY));

        await().atMost(SOON).untilAsserted(() -> assertThat(titles(path))
                .containsExactlyInAnyOrder("【已逾期】关切省：关切省", "【已逾期】关切市：关切市", "【已逾期】关切县：关切县", "【案例发布】关切全国"));
        JsonNode preview = RunningNotify.json(notify.call(
                "POST",
                PATH + "/preview",
                HUNAN,
                "{\"concerns\":\"430000\",\"levels\":[\"COUNTY\"],\"query\":\"关切\"}"));
        assertThat(preview.at("/total").asInt()).as(preview.toString()).isEqualTo(1);
        assertThat(preview.at("/concerns").asString()).isEqualTo("430000");
    }

    @Test
    void theLiveStreamTakesTheSameCriteria() {
        try (StreamReading stream = new StreamReading(
                notify.url("/api/notify/v1/events?concerns=430300&level=county&status=in_progress"), null)) {
            notify.publish(overdue("流市", "430300", Level.PREFECTURE));
            notify.publish(overdue("流外", "430102", Level.COUNTY));
            notify.publish(overdue("流县", "430302", Level.COUNTY));

            await().atMost(SOON).untilAsserted(() -> assertThat(stream.titles()).containsExactly("流县：流县"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "430000, 430000, 201",
        "430000, 430102, 201",
        "430000, 420000, 422",
        "430100, 430000, 422",
        "430100, 430102, 201",
        "430100, 430200, 422"
    })
    void aRegionSubscribesForItselfAndWhatLiesInIt(String own, String concerned, int status) {
        HttpResponse<String> answer = make(RunningNotify.regionToken(own), "\"concerns\":\"" + concerned + "\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(RunningNotify.json(answer).at("/agency").asString()).isEqualTo("地区：" + own);
        }
    }

    @Test
    void aRegionSubscribesToNothingElseAndForNobodyElse() {
        assertThat(make(HUNAN, "\"query\":\"通关\"").statusCode()).isEqualTo(422);
        assertThat(make(HUNAN, "\"allCases\":true").statusCode()).isEqualTo(422);
        assertThat(make(HUNAN, "\"agency\":\"长沙海关\",\"concerns\":\"430000\"").statusCode())
                .isEqualTo(422);
        assertThat(make(HUNAN, "\"agency\":\"地区：430000\",\"concerns\":\"430000\"")
                        .statusCode())
                .isEqualTo(422);
        assertThat(make(COORDINATOR, "\"query\":\"通关\"").statusCode()).isEqualTo(422);
        assertThat(make(RunningNotify.token(Role.PUBLISHER, null), "\"concerns\":\"430000\"")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void itsSubscriptionIsItsOwnAndCoordinatorsSee() {
        String id = made(HUNAN, "430200");
        String path = PATH + "/" + id;
        String elsewhere = "{\"concerns\":\"420000\",\"feed\":true}";

        assertThat(status("GET", path, HUNAN)).isEqualTo(200);
        assertThat(status("GET", path, COORDINATOR)).isEqualTo(200);
        assertThat(status("GET", path, RunningNotify.token(Role.OPERATOR, null)))
                .isEqualTo(200);
        assertThat(status("GET", path, RunningNotify.regionToken("420000"))).isEqualTo(404);
        // an agency cannot take a region's name: the colon is not one that names have
        assertThat(status("GET", path, RunningNotify.token(Role.AGENCY, "地区：430000")))
                .isEqualTo(404);
        assertThat(status("GET", PATH, RunningNotify.token(Role.AUDITOR, null))).isEqualTo(403);
        assertThat(notify.call("PUT", path, HUNAN, elsewhere).statusCode()).isEqualTo(422);
        assertThat(notify.call("PUT", path, COORDINATOR, elsewhere).statusCode())
                .isEqualTo(422);
        assertThat(listed(HUNAN)).contains(id);
        assertThat(listed(COORDINATOR)).contains(id);
        assertThat(listed(RunningNotify.regionToken("420000"))).doesNotContain(id);
        assertThat(status("GET", "/api/notify/v1/deliveries", COORDINATOR)).isEqualTo(200);
        assertThat(status("GET", "/api/notify/v1/deliveries", HUNAN)).isEqualTo(200);
    }

    @Test
    void aCoordinatorSubscribesForAnyRegion() {
        String id = made(COORDINATOR, "420000");

        assertThat(status("GET", PATH + "/" + id, RunningNotify.regionToken("420000")))
                .isEqualTo(200);
        assertThat(status("DELETE", PATH + "/" + id, RunningNotify.regionToken("420000")))
                .isEqualTo(204);
    }

    private static String made(String token, String concerned) {
        HttpResponse<String> answer = make(token, "\"concerns\":\"" + concerned + "\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningNotify.json(answer).at("/id").asString();
    }

    private static HttpResponse<String> make(String token, String members) {
        return notify.call("POST", PATH, token, "{" + members + ",\"feed\":true}");
    }

    private static int status(String method, String path, String token) {
        return notify.call(method, path, token, null).statusCode();
    }

    private static List<String> listed(String token) {
        return RunningNotify.json(notify.call("GET", PATH, token, null))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static List<String> titles(String path) {
        return RunningNotify.json(notify.call("GET", path, null, null))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/title").asString())
                .toList();
    }

    private static CaseEvent promoted(String title, PromotionScope scope) {
        return Cases.published(title, List.of(Domain.TRADE), List.of(), List.of(), null, scope, "-");
    }

    private static ObligationEvent overdue(String title, String region, Level level) {
        CaseId id = CaseId.derive("concern", title);
        return new ObligationOverdue(
                new Obligation(
                        ObligationId.derive(id.value(), region),
                        id,
                        1,
                        title,
                        List.of(Domain.TRADE),
                        region,
                        title,
                        ObligationEvent.Role.ADOPTER,
                        Status.IN_PROGRESS,
                        null,
                        Assurance.NONE,
                        List.of(),
                        PromotionStrength.MANDATED,
                        null,
                        null,
                        level,
                        null,
                        null,
                        null,
                        null),
                2,
                0);
    }
}
