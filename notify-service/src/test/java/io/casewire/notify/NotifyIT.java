package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Role;
import io.casewire.notify.Receiver.Answer;
import io.casewire.notify.Receiver.Post;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** The service with a real broker, the embedded store and receivers on the loopback interface. */
class NotifyIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OPERATOR = RunningNotify.token(Role.OPERATOR, null);

    private static RunningNotify notify;

    private Receiver receiver;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start(
                "casewire.notify.delivery.retry-delays=300ms,300ms",
                "casewire.notify.delivery.jitter=0",
                "casewire.notify.webhook.connect-timeout=2s",
                "casewire.notify.webhook.attempt-timeout=4s");
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
    void sendsOneSignedMessagePerMatchingCaseHoweverOftenTheEventComes() throws Exception {
        JsonNode subscription =
                notify.subscribe("海关", receiver.url("/once"), "\"query\":\"通关一次\",\"domains\":[\"trade\"]");
        List<CaseEvent> matching = IntStream.range(0, 5)
                .mapToObj(i -> Cases.published("通关一次" + i, Domain.TRADE, "压缩通关时间"))
                .toList();
        CaseEvent other = Cases.published("别的", Domain.TRADE, "企业开办");
        CaseEvent elsewhere = Cases.published("金融", Domain.FINANCE, "通关一次");

        for (int i = 0; i < 4; i++) {
            matching.forEach(notify::publish);
            notify.publish(other);
            notify.publish(elsewhere);
        }
        notify.publish(Cases.published("通关一次最后", Domain.TRADE, "通关"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/once")).hasSize(6));
        String secret = subscription.at("/webhook/secret").asString();
        assertThat(receiver.posts("/once"))
                .extracting(post -> post.header("webhook-id"))
                .doesNotHaveDuplicates();
        for (Post post : receiver.posts("/once")) {
            assertVerifies(secret, post);
            JsonNode body = WireJson.mapper().readTree(post.body());
            assertThat(body.at("/type").asString()).isEqualTo("casewire.case.published.v1");
            assertThat(body.at("/data/event/case/title").asString()).startsWith("通关一次");
        }
    }

    @Test
    void tellsWhereARegionsStepLedAndNotWhatItReported() {
        JsonNode subscription = notify.subscribe(
                "海关", receiver.url("/step"), "\"kinds\":[\"obligation.moved\"],\"regions\":[\"430000\"]");

        notify.publish(submitted("430000"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/step")).hasSize(1));
        String body = receiver.posts("/step").getFirst().body();
        assertThat(body).doesNotContain("miyu", "密语");
        JsonNode step = WireJson.mapper().readTree(body).at("/data/event/step");
        assertThat(step.path("to").asString()).isEqualTo("SUBMITTED");
        assertThat(step.has("actor")).isFalse();
        assertThat(delivery(completed(subscription, "DELIVERED")).toString()).doesNotContain("miyu", "密语");
    }

    @Test
    void signsWithBothSecretsDuringRotation() {
        JsonNode subscription = notify.subscribe("海关", receiver.url("/rotate"), "\"query\":\"轮换\"");
        String path = "/api/notify/v1/subscriptions/" + subscription.at("/id").asString();
        HttpResponse<String> rotated =
                notify.call("POST", path + "/secret", RunningNotify.token(Role.AGENCY, "海关"), null);
        String next = RunningNotify.json(rotated).at("/webhook/secret").asString();

        notify.publish(Cases.published("密钥轮换", Domain.TRADE, "-"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/rotate")).hasSize(1));
        assertVerifies(
                subscription.at("/webhook/secret").asString(),
                receiver.posts("/rotate").getFirst());
        assertVerifies(next, receiver.posts("/rotate").getFirst());
    }

    @Test
    void retriesThenGivesUpAndSaysSoInTheLog() {
        receiver.answer("/down", (exchange, _) -> {
            byte[] words = "out of order".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, words.length);
            exchange.getResponseBody().write(words);
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/down"), "\"query\":\"重试\"");

        notify.publish(Cases.published("重试次数", Domain.TRADE, "-"));

        JsonNode delivery = completed(subscription, "ABANDONED");
        assertThat(delivery.at("/attempts").asInt()).isEqualTo(3);
        JsonNode whole = delivery(delivery);
        assertThat(whole.at("/log")).hasSize(3);
        assertThat(whole.at("/log/0/status").asInt()).isEqualTo(500);
        assertThat(whole.at("/log/0/excerpt").asString()).isEqualTo("out of order");
        assertThat(whole.at("/payload/data/event/case/title").asString()).isEqualTo("重试次数");
        assertThat(receiver.posts("/down"))
                .hasSize(3)
                .extracting(post -> post.header("webhook-id"))
                .containsOnly(delivery.at("/id").asString());
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        receiver.answer("/busy", (exchange, nth) -> {
            exchange.getResponseHeaders().add("Retry-After", "3");
            exchange.sendResponseHeaders(nth == 1 ? 429 : 200, -1);
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/busy"), "\"query\":\"稍后\"");

        notify.publish(Cases.published("稍后再试", Domain.TRADE, "-"));

        completed(subscription, "DELIVERED");
        List<Post> posts = receiver.posts("/busy");
        assertThat(posts).hasSize(2);
        assertThat(Duration.ofNanos(posts.get(1).nanos() - posts.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(2900));
    }

    @Test
    void sparesAReceiverThatIsAskedTooMuch() {
        receiver.answer("/limited", (exchange, nth) -> {
            exchange.getResponseHeaders().add("Retry-After", "4");
            exchange.sendResponseHeaders(nth == 1 ? 429 : 200, -1);
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/limited"), "\"query\":\"限流\"");
        notify.publish(Cases.published("限流一", Domain.TRADE, "-"));
        String log = "/api/notify/v1/deliveries?subscription="
                + subscription.at("/id").asString();
        await().atMost(SOON)
                .until(() -> RunningNotify.json(notify.call("GET", log, OPERATOR, null))
                                .at("/items/0/lastStatus")
                                .asInt()
                        == 429);

        IntStream.range(0, 5).forEach(i -> notify.publish(Cases.published("限流" + i, Domain.TRADE, "-")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/limited")).hasSize(7));
        List<Post> posts = receiver.posts("/limited");
        assertThat(Duration.ofNanos(posts.get(1).nanos() - posts.get(0).nanos()))
                .as("until the next message of any kind")
                .isGreaterThanOrEqualTo(Duration.ofMillis(3900));
    }

    @Test
    void switchesASubscriptionOffThatIsGone() {
        receiver.answer("/gone", Answer.status(410));
        JsonNode subscription = notify.subscribe("商务", receiver.url("/gone"), "\"query\":\"撤回\"");

        notify.publish(Cases.published("撤回一", Domain.TRADE, "-"));
        completed(subscription, "ABANDONED");
        notify.publish(Cases.published("撤回二", Domain.TRADE, "-"));

        JsonNode now = RunningNotify.json(notify.call(
                "GET",
                "/api/notify/v1/subscriptions/" + subscription.at("/id").asString(),
                RunningNotify.token(Role.AGENCY, "商务"),
                null));
        assertThat(now.at("/active").asBoolean()).isFalse();
        assertThat(now.at("/inactiveReason").asString()).contains("410");
        assertNothingMore("/gone", 1);
    }

    @Test
    void followsNoRedirect() {
        receiver.answer("/moved", (exchange, _) -> {
            exchange.getResponseHeaders().add("Location", receiver.url("/target"));
            exchange.sendResponseHeaders(307, -1);
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/moved"), "\"query\":\"搬迁\"");

        notify.publish(Cases.published("搬迁", Domain.TRADE, "-"));

        JsonNode delivery = completed(subscription, "ABANDONED");
        assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(307);
        assertThat(receiver.posts("/target")).isEmpty();
    }

    @Test
    void keepsTwoKilobytesOfAnAnswerThatNeverEnds() {
        receiver.answer("/endless", (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] some = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100_000; i++) {
                body.write(some);
            }
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/endless"), "\"query\":\"无尽\"");

        notify.publish(Cases.published("无尽", Domain.TRADE, "-"));

        JsonNode whole = delivery(completed(subscription, "DELIVERED"));
        assertThat(whole.at("/log/0/excerpt").asString()).hasSize(2048);
    }

    @Test
    void cutsOffAnAnswerThatDrips() {
        receiver.answer("/drip", (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 600; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        });
        JsonNode subscription = notify.subscribe("商务", receiver.url("/drip"), "\"query\":\"滴漏\"");

        notify.publish(Cases.published("滴漏", Domain.TRADE, "-"));

        JsonNode whole = delivery(completed(subscription, "DELIVERED"));
        assertThat(whole.at("/log/0/milliseconds").asLong()).isLessThan(30_000);
    }

    @Test
    void letsAHangingReceiverDelayNobodyElse() throws Exception {
        try (Receiver healthy = new Receiver()) {
            receiver.answer("/hang", (_, _) -> Thread.sleep(60_000));
            notify.subscribe("商务", receiver.url("/hang"), "\"query\":\"挂起\"");
            notify.subscribe("海关", healthy.url("/well"), "\"query\":\"挂起\"");

            for (int i = 0; i < 40; i++) {
                notify.publish(Cases.published("挂起" + i, Domain.TRADE, "-"));
            }

            // forty attempts at the hanging one, four at once, would take 40 s
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(healthy.posts("/well")).hasSize(40));
            assertThat(receiver.posts("/hang").size()).isLessThan(40);
        }
    }

    @Test
    void sendsWithTheSameIdWhatACrashKeptFromBeingNoted() {
        JsonNode subscription = notify.subscribe("海关", receiver.url("/crash"), "\"query\":\"崩溃\"");
        notify.publish(Cases.published("崩溃", Domain.TRADE, "-"));
        JsonNode delivery = completed(subscription, "DELIVERED");

        // what the store would hold had the process died between the answer and the note, once the lease is over
        notify.bean(MongoTemplate.class)
                .updateFirst(
                        Query.query(Criteria.where("_id").is(delivery.at("/id").asString())),
                        new Update()
                                .set("status", "PENDING")
                                .set("claim", "a worker that died")
                                .set("due", Instant.now()),
                        "deliveries");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/crash")).hasSize(2));
        assertThat(receiver.posts("/crash"))
                .extracting(post -> post.header("webhook-id"))
                .containsOnly(delivery.at("/id").asString());
    }

    @Test
    void sendsAgainWhenTheOwnerAsks() {
        JsonNode subscription = notify.subscribe("海关", receiver.url("/resend"), "\"query\":\"重发\"");
        notify.publish(Cases.published("重发", Domain.TRADE, "-"));
        String path = "/api/notify/v1/deliveries/"
                + completed(subscription, "DELIVERED").at("/id").asString();

        assertThat(notify.call("POST", path + "/resend", RunningNotify.token(Role.AGENCY, "别人"), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(notify.call("POST", path + "/resend", RunningNotify.token(Role.AGENCY, "海关"), null)
                        .statusCode())
                .isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/resend")).hasSize(2));
    }

    @Test
    void showsAndChangesSubscriptionsForTheirOwnersOnlyAndTheirSecretsToNobody() {
        JsonNode subscription = notify.subscribe("海关", receiver.url("/owner"), "\"query\":\"归属\"");
        String path = "/api/notify/v1/subscriptions/" + subscription.at("/id").asString();
        String owner = RunningNotify.token(Role.AGENCY, "海关");
        String stranger = RunningNotify.token(Role.AGENCY, "商务");

        assertThat(notify.call("GET", path, null, null).statusCode()).isEqualTo(401);
        assertThat(notify.call("GET", path, RunningNotify.token(Role.READER, null), null)
                        .statusCode())
                .isEqualTo(403);
        for (String method : List.of("GET", "DELETE")) {
            assertThat(notify.call(method, path, stranger, null).statusCode()).isEqualTo(404);
        }
        assertThat(notify.call("GET", path, owner, null).statusCode()).isEqualTo(200);
        assertThat(notify.call("GET", path, OPERATOR, null).body()).doesNotContain("whsec_");
        assertThat(notify.call("GET", "/api/notify/v1/subscriptions", owner, null)
                        .body())
                .contains(subscription.at("/id").asString())
                .doesNotContain("whsec_");
        assertThat(notify.call("GET", "/api/notify/v1/subscriptions", stranger, null)
                        .body())
                .doesNotContain(subscription.at("/id").asString());
        assertThat(notify.call("DELETE", path, owner, null).statusCode()).isEqualTo(204);
        assertThat(notify.call("GET", path, owner, null).statusCode()).isEqualTo(404);
    }

    @Test
    void subscriptionAnOperatorMakesForAnAgencyIsTheAgencysHoweverItsNameIsWritten() {
        String body = "{\"agency\":\"%s\",\"query\":\"代办\",\"webhook\":{\"url\":\"" + receiver.url("/for") + "\"}}";
        HttpResponse<String> made =
                notify.call("POST", "/api/notify/v1/subscriptions", OPERATOR, body.formatted("\u3000海关（长沙） "));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = "/api/notify/v1/subscriptions/"
                + RunningNotify.json(made).at("/id").asString();
        String owner = RunningNotify.token(Role.AGENCY, "海关(长沙)");
        assertThat(notify.call("GET", path, owner, null).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                notify.call("POST", "/api/notify/v1/subscriptions", OPERATOR, body.formatted("\uFFFD\uFFFD"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The agency holds U+FFFD");
    }

    @Test
    void subscriptionStoredUnderAFormerNameOfAnEventIsRead() {
        JsonNode subscription =
                notify.subscribe("海关", receiver.url("/former"), "\"kinds\":[\"obligation.assurance-changed\"]");
        String id = subscription.at("/id").asString();
        long changed = notify.bean(MongoTemplate.class)
                .updateFirst(
                        Query.query(Criteria.where("_id").is(id)),
                        new Update().set("criteria.kinds", List.of("OBLIGATION_CLAIM_CHANGED")),
                        "subscriptions")
                .getModifiedCount();

        assertThat(changed).isEqualTo(1);
        HttpResponse<String> read =
                notify.call("GET", "/api/notify/v1/subscriptions/" + id, RunningNotify.token(Role.AGENCY, "海关"), null);
        assertThat(read.body()).contains("\"kinds\":[\"obligation.assurance-changed\"]");
    }

    @Test
    void saysAllThatIsWrongWithARequest() {
        HttpResponse<String> answer =
                notify.call("POST", "/api/notify/v1/subscriptions", RunningNotify.token(Role.AGENCY, "海关"), """
                {"query":"通","zones":["不存在自贸试验区"],"regions":["999999"],"webhook":{"url":"http://169.254.169.254/latest"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(RunningNotify.json(answer).at("/errors")).hasSize(4);
        assertThat(notify.call(
                                "POST",
                                "/api/notify/v1/subscriptions",
                                RunningNotify.token(Role.AGENCY, "海关"),
                                "{\"kinds\":[\"nonsense\"]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void countsForAnOverviewWithoutAToken() {
        JsonNode counts = RunningNotify.json(notify.call("GET", "/api/notify/v1/counts", null, null));

        assertThat(counts.at("/subscriptions").isNumber()).isTrue();
        assertThat(counts.at("/deliveries/delivered").isNumber()).isTrue();
    }

    @Test
    void isLiveAndReadyAndMeasured() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(notify.call("GET", "/actuator/health/liveness", null, null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(notify.call("GET", "/actuator/health/readiness", null, null)
                            .statusCode())
                    .isEqualTo(200);
        });
        assertThat(notify.call("GET", "/actuator/prometheus", null, null).body())
                .contains("casewire_notify_subscriptions", "casewire_notify_matching");
    }

    private void assertNothingMore(String path, int times) {
        // a message for somebody else that comes after proves that the earlier events have been judged
        notify.subscribe("旁人", receiver.url("/after" + path.substring(1)), "\"query\":\"之后\"");
        notify.publish(Cases.published("之后" + path, Domain.TRADE, "-"));
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.posts("/after" + path.substring(1)))
                .isNotEmpty());
        assertThat(receiver.posts(path)).hasSize(times);
    }

    private static JsonNode completed(JsonNode subscription, String status) {
        String path = "/api/notify/v1/deliveries?status=" + status + "&subscription="
                + subscription.at("/id").asString();
        return await().atMost(SOON)
                .until(
                        () -> RunningNotify.json(notify.call("GET", path, OPERATOR, null))
                                .at("/items"),
                        items -> items.size() == 1)
                .get(0);
    }

    private static JsonNode delivery(JsonNode line) {
        return RunningNotify.json(
                notify.call("GET", "/api/notify/v1/deliveries/" + line.at("/id").asString(), OPERATOR, null));
    }

    /** A step with words that are in nothing but what the region reported. */
    private static ObligationEvent submitted(String region) {
        CaseId id = CaseId.derive("invented", "复制");
        Obligation obligation = new Obligation(
                ObligationId.derive(id.value(), region),
                id,
                1,
                "复制",
                List.of(Domain.TRADE),
                region,
                "湖南省",
                ObligationEvent.Role.ADOPTER,
                Status.SUBMITTED,
                null,
                Assurance.REPORTED,
                List.of(),
                null,
                null,
                null);
        return new ObligationMoved(
                obligation,
                3,
                new Step(
                        Status.IN_PROGRESS,
                        Status.SUBMITTED,
                        Outcome.ADOPTED,
                        "report@miyu",
                        Instant.now(),
                        "密语说明",
                        "密语理由",
                        List.of("https://example.org/miyu")));
    }

    private static void assertVerifies(String secret, Post post) {
        assertThatCode(() -> new Webhook(secret).verify(post.body(), HttpHeaders.of(post.headers(), (_, _) -> true)))
                .doesNotThrowAnyException();
    }
}
