package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Digests, quiet hours and documents told in one message, as owner and receiver see them. */
class DigestIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String[] QUICK = {
        "casewire.notify.digest.delay=0s",
        "casewire.notify.digest.settle=0s",
        "casewire.notify.digest.poll=200ms",
        "casewire.notify.digest.document-pause=3s",
        "casewire.notify.digest.document-longest=30s"
    };

    private static Receiver receiver;
    private static RunningNotify notify;

    @BeforeAll
    static void start() throws IOException {
        receiver = new Receiver();
        notify = RunningNotify.start(QUICK);
    }

    @AfterAll
    static void stop() {
        notify.close();
        receiver.close();
    }

    @Test
    void tellsADayInOneMessageAndEachEventOnceThoughTheTopicsAreReadAgain() {
        JsonNode made = subscribe("/day", "汇总每日", ",\"digest\":{\"every\":\"DAY\",\"workdaysOnly\":true}");
        String id = made.at("/id").asString();
        assertThat(made.at("/digest/at").asString()).isEqualTo("08:30");
        assertThat(made.at("/digest/zone").asString()).isEqualTo("Asia/Shanghai");
        String feed = RunningNotify.json(call("POST", PATH + "/" + id + "/feed", null))
                .at("/json")
                .asString();
        for (int i = 0; i < 3; i++) {
            notify.publish(Cases.published("汇总每日" + i, Domain.TRADE, "汇总每日"));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(id, "HELD")).hasSize(3));
        String held = deliveries(id, "HELD").get(0).at("/id").asString();
        assertThat(call("POST", "/api/notify/v1/deliveries/" + held + "/resend", null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(receiver.posts("/day")).isEmpty();

        itIsTime(id);

        await().atMost(SOON).until(() -> receiver.posts("/day").size() == 1);
        Receiver.Post post = receiver.posts("/day").getFirst();
        JsonNode message = WireJson.mapper().readTree(post.body());
        assertThat(message.at("/type").asString()).isEqualTo("casewire.digest.v1");
        assertThat(post.header("webhook-signature")).startsWith("v1,");
        assertThat(message.at("/data/count").asInt()).isEqualTo(3);
        assertThat(message.at("/data/events")).hasSize(3);
        assertThat(message.at("/data/events/0/data/event/case/title").asString())
                .startsWith("汇总每日");
        await().atMost(SOON).untilAsserted(() -> assertThat(digests(id).get(0).at("/deliveries"))
                .hasSize(1));
        assertThat(digests(id).get(0).at("/events").asInt()).isEqualTo(3);
        assertThat(deliveries(id, "DIGESTED")).hasSize(3);
        assertThat(RunningNotify.json(notify.call("GET", path(feed), null, null))
                        .at("/items"))
                .as("the feed has each event")
                .hasSize(3);
        assertThat(RunningNotify.json(call(
                                "POST",
                                PATH + "/" + id + "/replay",
                                "{\"since\":\"%s\"}".formatted(Instant.now().minusSeconds(3600))))
                        .at("/missing")
                        .asInt())
                .isZero();

        try (RunningNotify again = notify.replaying(QUICK)) {
            again.publish(Cases.published("汇总每日之后", Domain.TRADE, "汇总每日"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(deliveries(id, "HELD")).hasSize(1));
            itIsTime(id);
            await().atMost(SOON).until(() -> receiver.posts("/day").size() == 2);
        }
        assertThat(WireJson.mapper()
                        .readTree(receiver.posts("/day").getLast().body())
                        .at("/data/count")
                        .asInt())
                .isEqualTo(1);
        JsonNode digests = digests(id);
        assertThat(digests.get(0).at("/from")).isEqualTo(digests.get(1).at("/until"));
    }

    @Test
    void countsAnEmptyDigestWithoutAMessage() {
        String id = subscribe("/empty", "汇总空白", ",\"digest\":{\"every\":\"WEEK\",\"on\":\"friday\"}")
                .at("/id")
                .asString();
        await().atMost(SOON).until(() -> itIsTime(id));

        await().atMost(SOON).untilAsserted(() -> assertThat(digests(id)).hasSize(1));

        assertThat(digests(id).get(0).at("/events").asInt()).isZero();
        assertThat(digests(id).get(0).at("/kind").asString()).isEqualTo("WEEK");
        assertThat(digests(id).get(0).at("/deliveries")).isEmpty();
        assertThat(receiver.posts("/empty")).isEmpty();
        assertThat(notify.call("GET", PATH + "/" + id + "/digests", RunningNotify.token(Role.AGENCY, "他人"), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsADocumentOfManyRowsInOneMessage() {
        String id = subscribe("/document", "汇总文件", ",\"group\":\"DOCUMENT\"")
                .at("/id")
                .asString();
        for (int row = 0; row < 24; row++) {
            notify.publish(Cases.published("汇总文件" + row, Domain.TRADE, "汇总文件"));
        }

        await().atMost(SOON).until(() -> receiver.posts("/document").size() == 1);

        JsonNode message = WireJson.mapper()
                .readTree(receiver.posts("/document").getFirst().body());
        assertThat(message.at("/data/kind").asString()).isEqualTo("DOCUMENT");
        assertThat(message.at("/data/count").asInt()).isEqualTo(24);
        assertThat(digests(id)).hasSize(1);
    }

    @Test
    void tellsWhatWaitsAtOnceWhereTheOwnerWantsNoMoreDigests() {
        String id = subscribe("/changed", "汇总改为即时", ",\"digest\":{}").at("/id").asString();
        notify.publish(Cases.published("汇总改为即时一", Domain.TRADE, "-"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(id, "HELD")).hasSize(1));

        assertThat(call("PUT", PATH + "/" + id, body("/changed", "汇总改为即时", "")).statusCode())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> receiver.posts("/changed").size() == 1);
        notify.publish(Cases.published("汇总改为即时二", Domain.TRADE, "-"));
        await().atMost(SOON).until(() -> receiver.posts("/changed").size() == 2);

        assertThat(receiver.posts("/changed").getFirst().body()).contains("casewire.digest.v1", "LAST");
        assertThat(receiver.posts("/changed").getLast().body()).contains("casewire.case.published.v1");
    }

    @Test
    void givesUpWhatWaitsWhereTheSubscriptionIsPausedOrDeleted() {
        String paused = subscribe("/paused", "汇总暂停", ",\"digest\":{}").at("/id").asString();
        String deleted =
                subscribe("/deleted", "汇总删除", ",\"digest\":{}").at("/id").asString();
        notify.publish(Cases.published("汇总暂停", Domain.TRADE, "-"));
        notify.publish(Cases.published("汇总删除", Domain.TRADE, "-"));
        for (String id : List.of(paused, deleted)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(deliveries(id, "HELD")).hasSize(1));
        }

        call("POST", PATH + "/" + paused + "/pause", null);
        call("DELETE", PATH + "/" + deleted, null);
        itIsTime(paused);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(deliveries(paused, "ABANDONED")).hasSize(1);
            assertThat(deliveries(deleted, "ABANDONED")).hasSize(1);
        });
        assertThat(receiver.posts("/paused")).isEmpty();
        assertThat(receiver.posts("/deleted")).isEmpty();
        call("POST", PATH + "/" + paused + "/resume", null);
        call(
                "POST",
                PATH + "/" + paused + "/replay",
                "{\"since\":\"%s\"}".formatted(Instant.now().minusSeconds(3600)));
        await().atMost(SOON).until(() -> receiver.posts("/paused").size() == 1);
        assertThat(receiver.posts("/paused").getFirst().body()).contains("casewire.digest.v1");
    }

    @Test
    void letsMessagesWaitUntilTheQuietHoursEnd() {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
        String id = subscribe(
                        "/quiet",
                        "汇总安静",
                        ",\"quiet\":{\"from\":\"%1$tH:%1$tM\",\"until\":\"%2$tH:%2$tM\"}"
                                .formatted(now.minusHours(1), now.plusHours(2)))
                .at("/id")
                .asString();
        notify.publish(Cases.published("汇总安静", Domain.TRADE, "-"));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode waiting = deliveries(id, "PENDING");
            assertThat(waiting).hasSize(1);
            assertThat(Instant.parse(waiting.get(0).at("/nextAttempt").asString()))
                    .isAfter(Instant.now().plus(Duration.ofMinutes(110)));
        });
        assertThat(receiver.posts("/quiet")).isEmpty();
    }

    @Test
    void saysHowManyMessagesADigestWouldHaveMade() {
        for (int i = 0; i < 3; i++) {
            notify.publish(Cases.published("汇总预览" + i, Domain.TRADE, "-"));
        }
        String question = "{\"query\":\"汇总预览\"%s}";
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        preview(question.formatted("")).at("/messages").asInt())
                .isEqualTo(3));

        assertThat(preview(question.formatted(",\"group\":\"DOCUMENT\""))
                        .at("/total")
                        .asInt())
                .isEqualTo(3);
        JsonNode daily = preview(question.formatted(",\"digest\":{\"every\":\"DAY\"}"));
        assertThat(daily.at("/messages").asInt()).as("it is made tomorrow").isZero();
        assertThat(daily.at("/messagesAWeek").isNumber()).isTrue();
        assertThat(preview(question.formatted("")).at("/messagesAWeek").asDouble())
                .isEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"digest\":{\"zone\":\"Asia/Shanghia\"}                     | 422 | Asia/Shanghai",
                "\"digest\":{\"zone\":\"+08:00\"}                            | 422 | IANA",
                "\"digest\":{\"at\":\"8:30\"}                                | 422 | digest.at",
                "\"digest\":{\"at\":\"24:00\"}                               | 422 | digest.at",
                "\"digest\":{\"every\":\"MONTH\"}                            | 422 | DAY, WEEK",
                "\"digest\":{\"on\":\"MONDAY\"}                              | 422 | digest.on",
                "\"digest\":{\"every\":\"WEEK\",\"on\":\"周一\"}               | 422 | MONDAY",
                "\"digest\":{},\"group\":\"DOCUMENT\"                        | 422 | at once",
                "\"digest\":{},\"quiet\":{\"from\":\"20:00\",\"until\":\"08:00\"} | 422 | at once",
                "\"quiet\":{\"from\":\"20:00\"}                              | 422 | quiet.until",
                "\"quiet\":{\"from\":\"20:00\",\"until\":\"20:00\"}            | 422 | same",
                "\"group\":\"CASE\"                                        | 422 | DOCUMENT",
                "\"digest\":{\"evry\":\"DAY\"}                               | 400 | evry",
            })
    void refusesWhatItDoesNotUnderstand(String members, int status, String named) {
        HttpResponse<String> answer = call("POST", PATH, body("/refused", "汇总", "," + members.strip()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(named.strip());
    }

    @Test
    void refusesATimingForAFeedAlone() {
        HttpResponse<String> answer = call("POST", PATH, "{\"query\":\"汇总\",\"feed\":true,\"digest\":{}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("a feed has an entry for each event");
    }

    /** Moves the end of the open window to now; false where there is none yet. */
    private static boolean itIsTime(String id) {
        return notify.bean(MongoTemplate.class)
                        .updateFirst(
                                Query.query(Criteria.where("_id").is(id)),
                                new Update().set("next", Instant.now()).inc("revision", 1),
                                Document.class,
                                "digestHolds")
                        .getMatchedCount()
                == 1;
    }

    private static JsonNode subscribe(String receiving, String query, String members) {
        HttpResponse<String> answer = call("POST", PATH, body(receiving, query, members));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningNotify.json(answer);
    }

    private static String body(String receiving, String query, String members) {
        return "{\"query\":\"%s\",\"webhook\":{\"url\":\"%s\"}%s}".formatted(query, receiver.url(receiving), members);
    }

    private static JsonNode deliveries(String id, String status) {
        return RunningNotify.json(
                        call("GET", "/api/notify/v1/deliveries?subscription=" + id + "&status=" + status, null))
                .at("/items");
    }

    private static JsonNode digests(String id) {
        return RunningNotify.json(call("GET", PATH + "/" + id + "/digests", null))
                .at("/items");
    }

    private static JsonNode preview(String body) {
        return RunningNotify.json(call("POST", PATH + "/preview", body));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/api/"));
    }

    private static HttpResponse<String> call(String method, String path, @Nullable String body) {
        return notify.call(method, path, RunningNotify.token(Role.AGENCY, "海关"), body);
    }
}
