package io.casewire.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Read by Rome, and by feedsmith where Node.js is. */
@CatalogTest
class FeedIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FEEDS = "/api/catalog/v1/feeds";
    private static final Path EXAMPLES =
            Path.of("../deploy/examples/node").toAbsolutePath().normalize();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Wire wire = new Wire();
    private final CatalogClient client;
    private final String base;

    FeedIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
        this.base = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aDomainsFeedHasItsCasesTheLastChangedFirst() throws Exception {
        CaseRecord first = CaseDraft.of("feed1", "旧案例")
                .domain(Domain.RULE_OF_LAW)
                .leadUnits("领域厅")
                .content();
        wire.tell(first, 1);
        CaseDraft second =
                CaseDraft.of("feed2", "新案例").domain(Domain.RULE_OF_LAW).leadUnits("领域厅");
        wire.tell(second.content(), 1, later(5));
        CaseDraft elsewhere =
                CaseDraft.of("feed3", "别的领域").domain(Domain.FACTORS).leadUnits("领域厅");
        wire.tell(elsewhere.content(), 1, later(9));
        wire.flush();
        String path = FEEDS + "/rule-of-law.atom?unit=" + encoded("领域厅");
        awaitTitles(path, List.of("新案例", "旧案例"));
        String id = entries(path).getLast().getUri();

        wire.tell(first, 2, later(20)).flush();
        awaitTitles(path, List.of("旧案例", "新案例"));
        SyndEntry changed = entries(path).getFirst();
        assertThat(changed.getUri())
                .isEqualTo(id)
                .isEqualTo("urn:casewire:case:" + first.id().value());
        assertThat(changed.getUpdatedDate().toInstant()).isEqualTo(later(20));
        assertThat(changed.getPublishedDate().toInstant()).isEqualTo(CaseDraft.MORNING.plusSeconds(1));
        assertThat(changed.getLink()).endsWith("/#/case/" + first.id().value());
        assertThat(titles("/api/catalog/v1/feeds.atom?domain=rule-of-law&unit=" + encoded("领域厅")))
                .containsExactly("旧案例", "新案例");
    }

    @Test
    void bothFormsSayTheSameAndAreWellFormedWhateverADocumentHolds() throws Exception {
        String odd = "甲<script>alert(1)</script>&\u0001\uFFFE“乙”𠮷]]>";
        wire.tell(
                        CaseDraft.of("odd", odd)
                                .leadUnits("怪字厅")
                                .summary("<img src=x onerror=alert(1)>")
                                .metric("用时", "60")
                                .content(),
                        1)
                .flush();
        String query = "?unit=" + encoded("怪字厅");
        await().atMost(SOON).untilAsserted(() -> assertThat(entries(FEEDS + ".atom" + query))
                .hasSize(1));

        SyndEntry entry = entries(FEEDS + ".atom" + query).getFirst();
        assertThat(entry.getTitle()).isEqualTo(odd.replace('\u0001', '\uFFFD').replace('\uFFFE', '\uFFFD'));
        assertThat(entry.getContents().getFirst().getValue())
                .contains("&lt;img src=x onerror=alert(1)&gt;", "用时60%", "第 1–2 行", "/text#L1")
                .doesNotContain("<img");
        HttpResponse<String> answer = get(FEEDS + ".json" + query);
        JsonNode feed = WireJson.mapper().readTree(answer.body());
        JsonNode item = feed.path("items").get(0);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/feed+json");
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asString()).isEqualTo(base + FEEDS + ".json" + query);
        assertThat(item.path("id").asString()).isEqualTo(entry.getUri());
        assertThat(item.path("title").asString()).isEqualTo(odd);
        assertThat(item.path("url").asString()).isEqualTo(entry.getLink());
        assertThat(item.path("content_html").asString()).doesNotContain("<img", "<script");
        assertThat(item.path("date_modified").asString()).isEqualTo("2026-03-02T01:00:01.000Z");
        assertThat(item.path("_casewire").path("history").asBoolean()).isFalse();
    }

    @Test
    void whoHasItAlreadyIsToldSoByEitherValidator() throws Exception {
        wire.tell(CaseDraft.of("cond", "有条件").leadUnits("条件厅").content(), 1).flush();
        String path = FEEDS + ".atom?unit=" + encoded("条件厅");
        await().atMost(SOON).untilAsserted(() -> assertThat(entries(path)).hasSize(1));
        HttpResponse<String> first = get(path);
        String etag = header(first, "ETag");
        String modified = header(first, "Last-Modified");

        assertThat(modified).isEqualTo("Mon, 02 Mar 2026 01:00:01 GMT");
        assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", etag).body()).isEmpty();
        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        wire.tell(CaseDraft.of("cond", "有条件，改").leadUnits("条件厅").content(), 2, later(30))
                .flush();
        awaitTitles(path, List.of("有条件，改"));
        assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(200);
    }

    @Test
    void whatJustChangedHasNoDateYetAsMoreOfTheSameTimeMayCome() throws Exception {
        wire.tell(CaseDraft.of("just", "刚刚").leadUnits("刚刚厅").content(), 1, Instant.now())
                .flush();
        String path = FEEDS + ".json?unit=" + encoded("刚刚厅");
        await().atMost(SOON).untilAsserted(() -> assertThat(get(path).body()).contains("刚刚"));
        assertThat(get(path).headers().firstValue("Last-Modified")).isEmpty();
        assertThat(header(get(path), "ETag")).isNotEmpty();
    }

    @Test
    void pagesGoOnToTheEndAndEachCaseIsThereOnce() throws Exception {
        for (int i = 0; i < 23; i++) {
            // half of them changed at one moment
            wire.tell(CaseDraft.of("page" + i, "页" + i).leadUnits("页厅").content(), 1, later(i / 2));
        }
        wire.flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(client.get("/api/catalog/v1/cases", "unit", "页厅")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(23));
        List<String> seen = new ArrayList<>();
        @Nullable String next = base + FEEDS + ".json?unit=" + encoded("页厅") + "&size=5";
        int pages = 0;
        while (next != null) {
            JsonNode feed = WireJson.mapper()
                    .readTree(get(next.substring(base.length())).body());
            feed.path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = feed.path("next_url").asStringOpt().orElse(null);
            pages++;
        }
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        SyndFeed atom = feed(FEEDS + ".atom?unit=" + encoded("页厅") + "&size=5");
        assertThat(atom.getLinks()).anyMatch(link -> link.getRel().equals("next"));
    }

    @Test
    void historyIsMarkedAndWhatWasWithdrawnSaysSo() throws Exception {
        CaseRecord old = CaseDraft.of("feed-history", "历史").leadUnits("史厅").content();
        CasePublished published = new CasePublished(old, 1, CaseDraft.document("报告", "2025-06-01"));
        Instant time = later(1);
        wire.send(EventCodec.encode(
                Topics.cases(old.firstDomain()),
                new Envelope<>(published, published.eventId(), URI.create("/test"), time, time, "test", true)));
        CaseRecord gone = CaseDraft.of("gone", "撤回的").leadUnits("史厅").content();
        wire.tell(gone, 1).withdraw(gone, 2, "重复<登记>").flush();
        String path = FEEDS + ".atom?unit=" + encoded("史厅");
        await().atMost(SOON).untilAsserted(() -> assertThat(titles(path)).contains("已撤回：撤回的", "历史"));

        assertThat(entries(path)).allSatisfy(entry -> assertThat(entry.getCategories().stream()
                        .filter(category -> "urn:casewire:mark".equals(category.getTaxonomyUri()))
                        .map(SyndCategory::getName))
                .containsExactly(entry.getTitle().equals("历史") ? "history" : "withdrawn"));
        assertThat(get(path.replace(".atom", ".json")).body()).contains("\"history\":true", "重复&lt;登记&gt;");
    }

    @Test
    void aFeedOfNothingIsAFeed() throws Exception {
        SyndFeed empty = feed(FEEDS + ".atom?unit=" + encoded("没有这个厅"));
        assertThat(empty.getEntries()).isEmpty();
        assertThat(empty.getTitle()).isEqualTo("Casewire · 没有这个厅");
    }

    @ParameterizedTest
    @CsvSource({
        "/tarde.atom,unknown-value,trade",
        "/trade.rss,unknown-value,ATOM",
        ".atom?domian=trade,unknown-parameter,domain",
        "/trade.json?domain=finance,unknown-parameter,",
        ".json?size=500,invalid-parameter,",
        ".json?cursor=xx,invalid-parameter,"
    })
    void whatIsNotUnderstoodIsRefusedWithTheNearest(String path, String type, @Nullable String nearest)
            throws IOException, InterruptedException {
        HttpResponse<String> refused = get(FEEDS + path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:casewire:problem:" + type).contains(nearest == null ? "" : nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "json"})
    void anotherReaderReadsIt(String form) throws Exception {
        assumeTrue(
                Files.isDirectory(EXAMPLES.resolve("node_modules/feedsmith")),
                "no clients in deploy/examples/node (npm ci), or no Node.js here");
        for (int i = 0; i < 7; i++) {
            wire.tell(CaseDraft.of("node" + i, "读者" + i).leadUnits("读者厅").content(), 1, later(i));
        }
        wire.flush();
        String path = FEEDS + "." + form + "?unit=" + encoded("读者厅") + "&size=3";
        await().atMost(SOON).untilAsserted(() -> assertThat(get(path).body()).contains("读者6", "读者4"));

        List<String> printed = node(base + path);
        assertThat(printed).hasSize(8);
        assertThat(printed.getFirst()).startsWith("2026-03-02T01:00:06.000Z\t读者6\t" + base + "/#/case/case-");
        String etag = printed.getLast().substring("ETag\t".length());
        assertThat(node(base + path, etag)).containsExactly("ETag\t" + etag);
    }

    private static List<String> node(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "feed.mjs"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(EXAMPLES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private void awaitTitles(String path, List<String> titles) {
        await().atMost(SOON).untilAsserted(() -> assertThat(titles(path)).isEqualTo(titles));
    }

    private List<String> titles(String path) throws Exception {
        return entries(path).stream().map(SyndEntry::getTitle).toList();
    }

    private List<SyndEntry> entries(String path) throws Exception {
        return feed(path).getEntries();
    }

    private SyndFeed feed(String path) throws IOException, InterruptedException, FeedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(SOON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Instant later(long seconds) {
        return CaseDraft.MORNING.plusSeconds(seconds);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
