package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Private feeds, read by Rome, and by feedsmith where Node.js is. */
class FeedIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SUBSCRIPTIONS = "/api/notify/v1/subscriptions";
    private static final String CUSTOMS = RunningNotify.token(Role.AGENCY, "订阅海关");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path EXAMPLES =
            Path.of("../deploy/examples/node").toAbsolutePath().normalize();

    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start("casewire.notify.public-address=https://casewire.example.gov.cn/");
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @Test
    void bothFormsShowWhatMatchedTheLastFirstWithHistoryMarked() throws Exception {
        String id = subscribe("\"name\":\"通关便利\",\"query\":\"订阅源一\",\"includeHistory\":true");
        String path = open(id);
        String odd = "订阅源一甲<b>&\u0001“乙”𠮷";
        notify.publish(Cases.published(odd, Domain.TRADE, "-"));
        notify.publish(Cases.published("别的事", Domain.TRADE, "-"));
        await().atMost(SOON).untilAsserted(() -> assertThat(entries(path)).hasSize(1));
        notify.publish(Cases.published("订阅源一补录", Domain.TRADE, "-"), true);
        await().atMost(SOON).untilAsserted(() -> assertThat(entries(path)).hasSize(2));

        SyndFeed feed = feed(path);
        SyndEntry history = feed.getEntries().getFirst();
        SyndEntry published = feed.getEntries().getLast();
        assertThat(feed.getTitle()).isEqualTo("Casewire · 通关便利");
        assertThat(published.getTitle()).isEqualTo("【案例发布】" + odd.replace('\u0001', '\uFFFD'));
        assertThat(published.getUri()).startsWith("urn:casewire:event:case-").endsWith("@1");
        assertThat(published.getLink()).startsWith("https://casewire.example.gov.cn/#/case/case-");
        assertThat(marks(history)).contains("history");
        assertThat(marks(published)).doesNotContain("history");

        HttpResponse<String> answer = get(path.replace(".atom", ".json"));
        JsonNode json = RunningNotify.json(answer);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/feed+json");
        assertThat(json.at("/version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.at("/items/0/id").asString()).isEqualTo(history.getUri());
        assertThat(json.at("/items/0/_casewire/history").asBoolean()).isTrue();
        assertThat(json.at("/items/1/url").asString()).isEqualTo(published.getLink());
        assertThat(json.at("/items/1/title").asString()).isEqualTo("【案例发布】" + odd);
    }

    @Test
    void itsReaderIsToldToKeepItToHimselfAndWhetherSomethingChanged() throws Exception {
        String id = subscribe("\"query\":\"订阅源二\"");
        String path = open(id);
        HttpResponse<String> first = get(path);
        String etag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache, private");
        assertThat(first.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(first.headers().firstValue("x-robots-tag")).hasValue("noindex, nofollow");
        assertThat(first.headers().firstValue("ratelimit-policy")).isPresent();
        assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        notify.publish(Cases.published("订阅源二", Domain.TRADE, "-"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(path, "If-None-Match", etag).statusCode())
                        .isEqualTo(200));
        // what was just told has no date yet, as more of the same time may come
        assertThat(get(path).headers().firstValue("last-modified")).isEmpty();

        notify.bean(MongoTemplate.class)
                .updateFirst(
                        Query.query(Criteria.where("_id").is(id)),
                        new Update().set("entries.0.toldAt", Instant.parse("2026-01-02T03:04:05Z")),
                        "feeds");
        String modified = get(path).headers().firstValue("last-modified").orElse("");
        assertThat(modified).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    }

    @Test
    void anAddressWorksUntilItIsReplacedOrClosedAndItsTokenIsStoredNowhere() throws Exception {
        String id = subscribe("\"query\":\"订阅源三\"");
        String first = open(id);
        assertThat(get(first).statusCode()).isEqualTo(200);
        assertThat(shown(id).at("/feed/open").asBoolean()).isTrue();
        assertThat(shown(id).toString()).doesNotContain(token(first));
        assertThat(String.valueOf(notify.bean(MongoTemplate.class).findById(id, Document.class, "subscriptions")))
                .doesNotContain(token(first));

        String second = open(id);
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);
        assertThat(call("DELETE", SUBSCRIPTIONS + "/" + id + "/feed", CUSTOMS).statusCode())
                .isEqualTo(204);
        assertThat(get(second).statusCode()).isEqualTo(404);
        assertThat(shown(id).at("/feed/open").asBoolean()).isFalse();
    }

    @Test
    void everyAddressThatOpensNothingIsAnsweredAlikeWithoutBeingRepeated() throws Exception {
        String path = open(subscribe("\"query\":\"订阅源四\""));
        String right = token(path);
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? '1' : '0');
        List<String> answers = new ArrayList<>();
        for (String token : List.of(wrong, "x", "0".repeat(66), right.toUpperCase(Locale.ROOT))) {
            HttpResponse<String> answer = get("/api/notify/v1/feeds/" + token + ".atom");
            assertThat(answer.statusCode()).isEqualTo(404);
            answers.add(answer.body());
        }

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("unknown-feed");
    }

    @Test
    void onlyTheOwnerOpensIt() {
        String id = subscribe("\"query\":\"订阅源五\"");

        assertThat(call("POST", SUBSCRIPTIONS + "/" + id + "/feed", RunningNotify.token(Role.AGENCY, "别的海关"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(notify.call("POST", SUBSCRIPTIONS + "/" + id + "/feed", null, null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(call("POST", SUBSCRIPTIONS + "/" + id + "/secret", CUSTOMS).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aWebhooksFeedShowsItsDeliveries() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = notify.subscribe("订阅海关", receiver.url("/feed"), "\"query\":\"订阅源六\"")
                    .at("/id")
                    .asString();
            notify.publish(Cases.published("订阅源六", Domain.TRADE, "-"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.posts("/feed")).hasSize(1));

            SyndEntry entry = entries(open(id)).getFirst();

            assertThat(entry.getTitle()).isEqualTo("【案例发布】订阅源六");
            assertThat(entry.getLink()).contains("/#/case/case-");
            assertThat(entry.getUri()).endsWith("@1");
        }
    }

    @Test
    void nothingIsInItTwiceOrMissingAfterReplays() throws Exception {
        RunningNotify first = RunningNotify.start();
        String id;
        String path;
        try (first) {
            id = RunningNotify.json(first.call("POST", SUBSCRIPTIONS, CUSTOMS, "{\"query\":\"订阅源七\",\"feed\":true}"))
                    .at("/id")
                    .asString();
            path = URI.create(RunningNotify.json(first.call("POST", SUBSCRIPTIONS + "/" + id + "/feed", CUSTOMS, null))
                            .at("/atom")
                            .asString())
                    .getPath();
            for (int i = 0; i < 12; i++) {
                first.publish(Cases.published("订阅源七" + i, Domain.TRADE, "-"));
                first.publish(Cases.published("订阅源七" + i, Domain.TRADE, "-"));
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ids(first, path)).hasSize(12));
        }
        try (RunningNotify replaying = first.replaying()) {
            replaying.publish(Cases.published("订阅源七最后", Domain.TRADE, "-"));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(ids(replaying, path)).hasSize(13).doesNotHaveDuplicates());
            assertThat(replaying
                            .call("DELETE", SUBSCRIPTIONS + "/" + id, CUSTOMS, null)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(replaying.call("GET", path, null, null).statusCode()).isEqualTo(404);
            assertThat(replaying.bean(MongoTemplate.class).findById(id, Document.class, "feeds"))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "json"})
    void anotherReaderReadsIt(String form) throws Exception {
        assumeTrue(
                Files.isDirectory(EXAMPLES.resolve("node_modules/feedsmith")),
                "no clients in deploy/examples/node (npm ci), or no Node.js here");
        String path = open(subscribe("\"query\":\"订阅源八" + form + "\"")).replace(".atom", "." + form);
        notify.publish(Cases.published("订阅源八" + form, Domain.TRADE, "-"));
        await().atMost(SOON).untilAsserted(() -> assertThat(get(path).body()).contains("案例发布"));
        Process process = new ProcessBuilder("node", "feed.mjs", notify.url(path))
                .directory(EXAMPLES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().findFirst().orElse(""))
                .contains("【案例发布】订阅源八" + form + "\thttps://casewire.example.gov.cn/#/case/case-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"feed\":true,\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}",
                "\"feed\":true,\"email\":{\"address\":\"wang@example.gov.cn\"}",
                "\"feed\":true,\"robot\":{\"kind\":\"feishu\",\"url\":\"https://open.feishu.cn/x\"}",
                "\"feed\":false",
                "\"name\":\" \",\"feed\":true",
                "\"name\":\"a\u200bb\",\"feed\":true"
            })
    void aSubscriptionHasOneWayOfTellingAndANameThatCanBeSeen(String members) {
        assertThat(notify.call("POST", SUBSCRIPTIONS, CUSTOMS, "{\"query\":\"订阅源九\"," + members + "}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aSubscriptionKeepsItsWayOfTelling() {
        String id = subscribe("\"query\":\"订阅源十\"");
        String webhook = "{\"query\":\"订阅源十\",\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}";

        assertThat(notify.call("PUT", SUBSCRIPTIONS + "/" + id, CUSTOMS, webhook)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> renamed = notify.call(
                "PUT", SUBSCRIPTIONS + "/" + id, CUSTOMS, "{\"name\":\"改名\",\"query\":\"订阅源十\",\"feed\":true}");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(RunningNotify.json(renamed).at("/name").asString()).isEqualTo("改名");
        assertThat(RunningNotify.json(renamed).has("webhook")).isFalse();
        assertThat(RunningNotify.json(renamed).at("/feed/only").asBoolean()).isTrue();
    }

    private static String subscribe(String members) {
        HttpResponse<String> answer = notify.call("POST", SUBSCRIPTIONS, CUSTOMS, "{" + members + ",\"feed\":true}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningNotify.json(answer).at("/id").asString();
    }

    /** The path of its Atom form. */
    private static String open(String id) {
        HttpResponse<String> answer = call("POST", SUBSCRIPTIONS + "/" + id + "/feed", CUSTOMS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String atom = RunningNotify.json(answer).at("/atom").asString();
        assertThat(atom)
                .startsWith("https://casewire.example.gov.cn/api/notify/v1/feeds/")
                .endsWith(".atom");
        assertThat(token(atom)).hasSizeGreaterThan(50);
        return URI.create(atom).getPath();
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1).replace(".atom", "");
    }

    private static JsonNode shown(String id) {
        return RunningNotify.json(call("GET", SUBSCRIPTIONS + "/" + id, CUSTOMS));
    }

    private static HttpResponse<String> call(String method, String path, String token) {
        return notify.call(method, path, token, null);
    }

    private static List<SyndEntry> entries(String path) throws IOException, InterruptedException, FeedException {
        return feed(path).getEntries();
    }

    private static List<String> ids(RunningNotify running, String path) throws FeedException {
        String atom = running.call("GET", path, null, null).body();
        return new SyndFeedInput()
                .build(new StringReader(atom)).getEntries().stream()
                        .map(SyndEntry::getUri)
                        .toList();
    }

    private static List<String> marks(SyndEntry entry) {
        return entry.getCategories().stream()
                .map(category -> category.getName())
                .toList();
    }

    private static SyndFeed feed(String path) throws IOException, InterruptedException, FeedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/atom+xml;charset=UTF-8");
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(notify.url(path))).timeout(SOON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
