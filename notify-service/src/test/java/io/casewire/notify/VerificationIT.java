package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** An endpoint is sent nothing before it has repeated a challenge. */
@Timeout(120)
class VerificationIT {
    private static final String TYPE = "casewire.endpoint.verification.v1";
    private static final String TOKEN = RunningNotify.token(Role.AGENCY, "海关");

    private static RunningNotify notify;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws Exception {
        notify = RunningNotify.start("casewire.notify.delivery.retry-delays=1s,1s,1s,1s,1s,1s,1s,1s");
        receiver = new Receiver();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        notify.close();
    }

    @Test
    void tellsAnEndpointOnceItHasRepeatedTheChallengeAndNothingIsLost() {
        // Scenario: the receiver does not know of challenges, a case is published, then the receiver learns it.
        // Expected: no message before, the message afterwards.
        receiver.answer("/learns", Receiver.Answer.status(204));
        String id = subscribe("/learns", "验证端点一");
        notify.publish(Cases.published("验证端点一的案例", Domain.TRADE, "-"));
        await().untilAsserted(() ->
                assertThat(get(id).at("/inactiveReason").asString("")).contains("2xx without the challenge"));
        JsonNode waiting = get(id);
        assertThat(waiting.at("/state").asString()).isEqualTo("WAITING");
        assertThat(waiting.at("/active").asBoolean()).isFalse();

        receiver.answer("/learns", VerificationIT::repeat);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(types("/learns")).endsWith("casewire.case.published.v1"));
        assertThat(types("/learns").stream().filter(type -> !type.equals(TYPE))).hasSize(1);
        JsonNode told = get(id);
        assertThat(told.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(told.at("/webhook/verifiedAt").isString()).isTrue();
        assertThat(told.at("/inactiveReason").isString()).isFalse();
    }

    @Test
    void stopsAskingAfterTheLastAttemptAndIsAskedAgainByItsOwner() {
        receiver.answer("/deaf", Receiver.Answer.status(404));
        String id = subscribe("/deaf", "验证端点二");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get(id).at("/state").asString()).isEqualTo("STOPPED"));
        assertThat(receiver.posts("/deaf")).hasSize(9);
        assertThat(get(id).at("/inactiveReason").asString()).contains("…/confirmation", "The receiver answered 404.");
        assertThat(notify.call("POST", path(id) + "/resume", TOKEN, "{}").statusCode())
                .isEqualTo(200);
        assertThat(get(id).at("/state").asString()).isEqualTo("STOPPED");

        assertThat(notify.call("POST", path(id) + "/confirmation", TOKEN, null).body())
                .contains("once in a minute");
    }

    @Test
    void verifiesAnotherAddressAnewAndTheSameOneNot() {
        receiver.answer("/first", VerificationIT::repeat);
        receiver.answer("/second", VerificationIT::repeat);
        String id = subscribe("/first", "验证端点三");
        await().untilAsserted(() -> assertThat(get(id).at("/state").asString()).isEqualTo("ACTIVE"));

        change(id, "/first", "验证端点三 变更");
        assertThat(get(id).at("/state").asString()).isEqualTo("ACTIVE");
        change(id, "/second", "验证端点三 变更");

        await().untilAsserted(() -> assertThat(types("/second")).containsExactly(TYPE));
        await().untilAsserted(() -> assertThat(get(id).at("/state").asString()).isEqualTo("ACTIVE"));
        assertThat(types("/first")).containsExactly(TYPE);
        assertThat(notify.call("POST", path(id) + "/confirmation", TOKEN, null).body())
                .contains("nothing-to-confirm");
    }

    @Test
    void signsTheChallengeAndLeavesItOutOfTheFeedAndResends() {
        receiver.answer("/signed", VerificationIT::repeat);
        String id = subscribe("/signed", "验证端点四");
        await().untilAsserted(() -> assertThat(get(id).at("/state").asString()).isEqualTo("ACTIVE"));

        Receiver.Post asked = receiver.posts("/signed").getFirst();
        assertThat(asked.header("webhook-id")).startsWith("dlv-");
        assertThat(asked.header("webhook-signature")).startsWith("v1,");
        JsonNode log =
                RunningNotify.json(notify.call("GET", "/api/notify/v1/deliveries?subscription=" + id, TOKEN, null));
        String delivery = log.at("/items/0/id").asString();
        assertThat(log.at("/items/0/eventType").asString()).isEqualTo(TYPE);
        assertThat(notify.call("POST", "/api/notify/v1/deliveries/" + delivery + "/resend", TOKEN, null)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void countsHostsOfTheOperatorsOwnAsVerified() {
        JsonNode made = notify.subscribe("海关", receiver.url("/own"), "\"query\":\"验证端点五\"");

        assertThat(made.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(receiver.posts("/own")).isEmpty();
    }

    private static String subscribe(String path, String query) {
        JsonNode made = notify.subscribe("海关", url(path), "\"query\":\"" + query + "\"");
        assertThat(made.at("/state").asString()).isEqualTo("WAITING");
        return made.at("/id").asString();
    }

    private static void change(String id, String path, String query) {
        assertThat(notify.call(
                                "PUT",
                                path(id),
                                TOKEN,
                                "{\"query\":\"" + query + "\",\"webhook\":{\"url\":\"" + url(path) + "\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode get(String id) {
        return RunningNotify.json(notify.call("GET", path(id), TOKEN, null));
    }

    private static String path(String id) {
        return "/api/notify/v1/subscriptions/" + id;
    }

    private static String url(String path) {
        return receiver.url(path).replace("127.0.0.1", "localhost");
    }

    private static List<String> types(String path) {
        return receiver.posts(path).stream()
                .map(post ->
                        WireJson.mapper().readTree(post.body()).path("type").asString())
                .toList();
    }

    private static void repeat(HttpExchange exchange, int nth) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] answer = WireJson.mapper()
                .readTree(receiver.posts(path).get(nth - 1).body())
                .at("/data/challenge")
                .asString("")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }
}
