package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of events while a subscription is paused, and after its end. */
class PauseIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/notify/v1/subscriptions/";
    private static final String CUSTOMS = RunningNotify.token(Role.AGENCY, "停顿海关");

    private static RunningNotify notify;

    private Receiver receiver;

    @BeforeAll
    static void start() {
        notify =
                RunningNotify.start("casewire.notify.delivery.retry-delays=100ms", "casewire.notify.delivery.jitter=0");
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = new Receiver();
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    @Test
    void whatWasMissedIsToldOnceWhereThatIsAskedFor() {
        String id = subscribe("/missed", "停顿甲");
        assertThat(post(id, "/pause", null).at("/state").asString()).isEqualTo("PAUSED");
        for (int i = 0; i < 3; i++) {
            notify.publish(Cases.published("停顿甲" + i, Domain.TRADE, "-"));
        }
        assertJudged("甲");
        assertThat(receiver.posts("/missed")).isEmpty();

        JsonNode resumed = post(id, "/resume", "{\"missed\":true}");
        assertThat(resumed.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(resumed.at("/told/missing").asInt()).isEqualTo(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/missed")).hasSize(3));
        assertThat(post(id, "/resume", "{\"missed\":true}").has("told")).isFalse();
        JsonNode again = post(id, "/replay", since(Duration.ofHours(1)));
        assertThat(again.at("/missing").asInt()).isZero();
        notify.publish(Cases.published("停顿甲后", Domain.TRADE, "-"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/missed")).hasSize(4));
    }

    @Test
    void whatWasMissedStaysUntoldOtherwiseEvenByAReplay() {
        String id = subscribe("/unmissed", "停顿乙");
        post(id, "/pause", null);
        notify.publish(Cases.published("停顿乙中", Domain.TRADE, "-"));
        assertJudged("乙");

        assertThat(post(id, "/resume", null).has("told")).isFalse();
        assertThat(post(id, "/replay", since(Duration.ofHours(1)))
                        .at("/missing")
                        .asInt())
                .isZero();
        notify.publish(Cases.published("停顿乙后", Domain.TRADE, "-"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/unmissed")).hasSize(1));
        assertThat(receiver.posts("/unmissed").getFirst().body()).contains("停顿乙后");
    }

    @Test
    void aFeedHasWhatItMissedToo() {
        JsonNode made = RunningNotify.json(
                notify.call("POST", "/api/notify/v1/subscriptions", CUSTOMS, "{\"query\":\"停顿丙\",\"feed\":true}"));
        String id = made.at("/id").asString();
        post(id, "/pause", null);
        notify.publish(Cases.published("停顿丙", Domain.TRADE, "-"));
        assertJudged("丙");

        assertThat(post(id, "/resume", "{\"missed\":true}").at("/told/missing").asInt())
                .isEqualTo(1);
    }

    @Test
    void aReplaySendsAgainWhatWasGivenUpUnderTheSameId() {
        receiver.answer("/down", Receiver.Answer.status(500));
        String id = subscribe("/down", "停顿丁");
        notify.publish(Cases.published("停顿丁", Domain.TRADE, "-"));
        await().atMost(SOON).untilAsserted(() -> assertThat(RunningNotify.json(notify.call(
                                "GET", "/api/notify/v1/deliveries?status=abandoned&subscription=" + id, CUSTOMS, null))
                        .at("/items"))
                .hasSize(1));
        receiver.answer("/down", Receiver.Answer.status(200));
        int before = receiver.posts("/down").size();

        JsonNode told = post(id, "/replay", since(Duration.ofHours(1)));

        assertThat(told.at("/again").asInt()).isEqualTo(1);
        assertThat(told.at("/missing").asInt()).isZero();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/down")).hasSize(before + 1));
        assertThat(receiver.posts("/down").stream()
                        .map(sent -> sent.header("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void afterItsEndItIsShownAsEndedAndToldNothing() {
        Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        String id = subscribe("/ended", "停顿戊\",\"expiresAt\":\"" + end);
        assertThat(shown(id).at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(shown(id).at("/expiresAt").asString())
                .startsWith(end.toString().substring(0, 19));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shown(id).at("/state").asString()).isEqualTo("ENDED"));

        notify.publish(Cases.published("停顿戊后", Domain.TRADE, "-"));
        assertJudged("戊");

        assertThat(receiver.posts("/ended")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"since\":\"2020-01-01T00:00:00Z\"}", "{\"since\":\"2999-01-01T00:00:00Z\"}"})
    void aReplayBeginsWithinTheLastMonths(String body) {
        String id = subscribe("/since", "停顿己");

        assertThat(notify.call("POST", PATH + id + "/replay", CUSTOMS, body).statusCode())
                .isEqualTo(422);
    }

    @Test
    void onlyTheOwnerPausesAndAPausedOneIsNotReplayed() {
        String id = subscribe("/owner", "停顿庚");
        String other = RunningNotify.token(Role.AGENCY, "停顿别人");
        for (String step : new String[] {"/pause", "/resume"}) {
            assertThat(notify.call("POST", PATH + id + step, other, null).statusCode())
                    .isEqualTo(404);
        }
        post(id, "/pause", null);
        assertThat(notify.call("POST", PATH + id + "/replay", CUSTOMS, since(Duration.ofHours(1)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(notify.call("POST", PATH + id + "/resume", CUSTOMS, "{\"mised\":true}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String subscribe(String path, String query) {
        return notify.subscribe("停顿海关", receiver.url(path), "\"query\":\"" + query + "\"")
                .at("/id")
                .asString();
    }

    private static JsonNode shown(String id) {
        return RunningNotify.json(notify.call("GET", PATH + id, CUSTOMS, null));
    }

    private static JsonNode post(String id, String step, @Nullable String body) {
        HttpResponse<String> answer = notify.call("POST", PATH + id + step, CUSTOMS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningNotify.json(answer);
    }

    private static String since(Duration ago) {
        return "{\"since\":\"" + Instant.now().minus(ago) + "\"}";
    }

    /** A message for somebody else that comes after proves that earlier events of the topic have been judged. */
    private void assertJudged(String mark) {
        notify.subscribe("停顿旁人", receiver.url("/after" + (int) mark.charAt(0)), "\"query\":\"之后停" + mark + "\"");
        notify.publish(Cases.published("之后停" + mark, Domain.TRADE, "-"));
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.posts("/after" + (int) mark.charAt(0)))
                .isNotEmpty());
    }
}
