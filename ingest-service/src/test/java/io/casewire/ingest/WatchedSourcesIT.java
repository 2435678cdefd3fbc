package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.ingest.WebSite.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two instances that share a store, and a web site on the loopback interface, which alone may be asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedSourcesIT {
    private static final String FETCHES = "/api/ingest/v1/fetches";
    private static final String SOURCES = "/api/ingest/v1/sources";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String store = SharedStore.freshDatabase();
    private Path directory;
    private RunningIngest one;
    private RunningIngest other;
    private WebSite site;
    private String run;

    @BeforeAll
    void start(@TempDir Path folder) {
        directory = folder;
        one = ingest();
        other = ingest();
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void open() throws IOException {
        site = new WebSite();
        run = UUID.randomUUID().toString();
    }

    @AfterEach
    void unwatch() throws IOException {
        one.get(SOURCES)
                .json()
                .path("items")
                .forEach(source -> one.delete(SOURCES + "/" + source.path("id").asString(), Role.OPERATOR));
        site.close();
    }

    @Test
    void aDocumentByUrlIsAnUploadThatSaysWhereItCameFrom() {
        site.put("/%E9%80%9A%E7%9F%A5.txt", document("通知"));

        Answer taken = fetch("通知.txt", "");

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.json().path("name").asString()).isEqualTo("通知.txt");
        assertThat(taken.json().path("origin").path("url").asString()).isEqualTo(site.url("/通知.txt"));
        String path = taken.header("Location");
        assertThat(one.untilThrough(path.substring(path.lastIndexOf('/') + 1))
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        assertThat(fetch("通知.txt", "").status()).isEqualTo(200);
        Answer shown = fetch("通知.txt", "?dryRun=true");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("preview").isMissingNode()).isFalse();
    }

    @Test
    void whatCannotBeFetchedIsTold() {
        site.put("/empty.txt", Page.of("text/plain", " "));

        Answer gone = fetch("gone.txt", "");
        assertThat(gone.status()).isEqualTo(502);
        assertThat(gone.json().path("hostStatus").asInt()).isEqualTo(404);
        assertThat(gone.json().path("detail").asString()).contains("404", "网站返回");
        Answer elsewhere = one.post(FETCHES, Role.PUBLISHER, "{\"url\":\"https://www.example.org/a.txt\"}");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.json().path("detail").asString()).contains("casewire.ingest.source.allowed-hosts");
        assertThat(fetch("empty.txt", "").json().path("type").asString()).endsWith("document-empty");
        assertThat(one.post(FETCHES, Role.PUBLISHER, "{}").status()).isEqualTo(400);
        assertThat(one.post(FETCHES, Role.READER, "{\"url\":\"" + site.url("/a") + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatComesNewOnAPageIsTakenOnceByOneOfTwoInstances() {
        page("/list.html", 1, 2, 3);
        put(1, 2, 3, 4);

        String source = watch("/list.html", "\"history\":\"TAKE\",\"backfill\":true");
        until(source, view -> taken(view) == 3);
        page("/list.html", 4, 1, 2, 3);
        JsonNode seen = until(source, view -> taken(view) == 4);

        assertThat(seen.path("status").asString()).isEqualTo("OK");
        assertThat(seen.path("seenAs").asString()).isEqualTo("LIST_PAGE");
        assertThat(seen.path("lastNewDocument").isMissingNode()).isFalse();
        for (int i = 1; i <= 4; i++) {
            assertThat(fetched("/" + i + ".html")).as("document " + i).isEqualTo(1);
        }
        JsonNode latest = one.get(RunningIngest.DOCUMENTS + "?size=1")
                .json()
                .path("items")
                .get(0);
        assertThat(latest.path("origin").path("source").asString()).isEqualTo(source);
        assertThat(latest.path("origin").path("url").asString()).isEqualTo(site.url("/4.html"));
        assertThat(latest.path("backfill").asBoolean()).isTrue();
        assertThat(seen.path("url").asString()).isEqualTo(site.url("/list.html"));
    }

    @Test
    void whatWasThereBeforeIsSkippedUnlessAskedFor() {
        page("/list.html", 1, 2);
        put(1, 2, 3);

        String source = watch("/list.html", "\"kind\":\"LIST_PAGE\"");
        until(source, view -> view.path("links").path("skipped").asInt() == 2);
        page("/list.html", 3, 1, 2);
        until(source, view -> taken(view) == 1);

        assertThat(site.times("/1.html") + site.times("/2.html")).isZero();
        assertThat(fetched("/3.html")).isEqualTo(1);
    }

    @Test
    void aFeedIsFollowedAndADocumentThatChangesComesAgain() {
        put(1);
        site.put(
                "/feed.xml",
                Page.of(
                        "application/atom+xml",
                        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/1.html'/></entry></feed>"));

        String source = watch("/feed.xml", "\"history\":\"TAKE\"");
        JsonNode seen = until(source, view -> taken(view) == 1);
        assertThat(seen.path("seenAs").asString()).isEqualTo("FEED");
        await().atMost(SOON).until(() -> site.times("/1.html") >= 2);
        site.put("/1.html", document("改过的"));

        until(source, view -> view.path("changedDocuments").asInt() == 1);
    }

    @Test
    void aSourceThatFailsShowsItAndGoesOnByItself() {
        String source = watch("/list.html", "\"history\":\"TAKE\"");

        JsonNode failing =
                until(source, view -> view.path("consecutiveFailures").asInt() >= 2);
        assertThat(failing.path("status").asString()).isEqualTo("FAILING");
        assertThat(failing.path("error").asString()).contains("404", "网站返回");
        await().atMost(SOON)
                .until(() ->
                        one.get("/actuator/prometheus").response().body().contains("casewire_ingest_source_failures"));

        page("/list.html", 1, 2);
        put(1);
        JsonNode well = until(
                source,
                view -> taken(view) == 1 && view.path("links").path("failed").asInt() == 1);
        assertThat(well.path("status").asString()).isEqualTo("OK");
        assertThat(well.path("problems").get(0).path("reason").asString()).contains("404");
    }

    @Test
    void aLookThatIsCutOffIsGoneOnWithAfterAStart() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        page("/list.html", 1, 2, 3);
        put(1, 3);
        Page second = document("2");
        site.put("/2.html", (request, out) -> {
            asked.countDown();
            gate.await();
            second.answer(request, out);
        });

        String source = watch("/list.html", "\"history\":\"TAKE\"");
        asked.await();
        Thread closing = Thread.ofVirtual().start(other::close);
        Thread closingToo = Thread.ofVirtual().start(one::close);
        gate.countDown();
        closing.join();
        closingToo.join();
        one = ingest();
        other = ingest();

        until(source, view -> taken(view) == 3);
        assertThat(fetched("/1.html") + fetched("/2.html") + fetched("/3.html")).isBetween(3L, 4L);
    }

    /** As a kill leaves it: files are uploads, and neither their links nor the lease say so. */
    @Test
    void whatADeadInstanceLeftIsGoneOnWithAndNothingIsTakenTwice() {
        page("/list.html", 1, 2);
        put(1, 2);
        String source = watch("/list.html", "\"history\":\"TAKE\",\"every\":\"PT1H\"");
        until(source, view -> taken(view) == 2 && view.hasNonNull("nextDue"));

        try (MongoClient client = MongoClients.create(store)) {
            MongoDatabase database =
                    client.getDatabase(Objects.requireNonNull(new ConnectionString(store).getDatabase()));
            database.getCollection("watchedLinks")
                    .updateMany(
                            Filters.eq("source", source),
                            Updates.combine(
                                    Updates.set("state", "PENDING"),
                                    Updates.unset("upload"),
                                    Updates.unset("etag"),
                                    Updates.unset("checkedAt")));
            database.getCollection("watchedSources")
                    .updateOne(
                            Filters.eq("_id", source),
                            Updates.combine(
                                    Updates.set("leaseToken", "dead"),
                                    Updates.set(
                                            "leasedUntil",
                                            Date.from(Instant.now().plusSeconds(1)))));
        }

        until(source, view -> taken(view) == 2);
        assertThat(fetched("/1.html") + fetched("/2.html")).isEqualTo(4);
        assertThat(one.get(RunningIngest.DOCUMENTS + "?size=50")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(item ->
                                source.equals(item.path("origin").path("source").asString())))
                .hasSize(2);
    }

    @Test
    void aSourceIsReadStrictly() {
        Answer wrong = one.post(
                SOURCES,
                Role.OPERATOR,
                "{\"name\":\" \",\"url\":\"https://www.example.org/\",\"every\":\"PT0.01S\",\"selector\":\"[\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors")).hasSize(4);
        assertThat(one.post(SOURCES, Role.OPERATOR, "{\"name\":\"a\",\"kind\":\"FEEDS\"}")
                        .json()
                        .path("nearest")
                        .toString())
                .contains("FEED");
        assertThat(one.post(SOURCES, Role.PUBLISHER, "{\"name\":\"a\"}").status())
                .isEqualTo(403);

        page("/list.html", 1);
        String source = watch("/list.html", "\"every\":\"P1D\"");
        assertThat(create("/list.html", "").status()).isEqualTo(409);
        assertThat(one.get(SOURCES + "/" + source).json().path("every").asString())
                .isEqualTo("PT24H");
        assertThat(one.post(SOURCES + "/" + source + "/look", Role.OPERATOR, "").status())
                .isEqualTo(202);
        assertThat(one.delete(SOURCES + "/" + source, Role.OPERATOR).status()).isEqualTo(204);
        assertThat(one.get(SOURCES + "/" + source).status()).isEqualTo(404);
    }

    private RunningIngest ingest() {
        return RunningIngest.start(
                SharedKafka.bootstrapServers(),
                store,
                directory,
                Map.ofEntries(
                        Map.entry("casewire.ingest.source.allowed-hosts", "127.0.0.1"),
                        Map.entry("casewire.ingest.source.allowed-networks", "127.0.0.1/32"),
                        Map.entry("casewire.ingest.source.time-limit", "5s"),
                        Map.entry("casewire.ingest.source.poll-interval", "50ms"),
                        Map.entry("casewire.ingest.source.pause", "10ms"),
                        Map.entry("casewire.ingest.source.min-every", "100ms"),
                        Map.entry("casewire.ingest.source.retry-initial", "100ms"),
                        Map.entry("casewire.ingest.source.retry-max", "300ms"),
                        Map.entry("casewire.ingest.source.max-attempts", "2"),
                        Map.entry("casewire.ingest.source.recheck-after", "300ms")));
    }

    private Answer fetch(String name, String query) {
        return one.post(FETCHES + query, Role.PUBLISHER, "{\"url\":\"" + site.url("/" + name) + "\"}");
    }

    private String watch(String path, String members) {
        Answer created = create(path, members);
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        return created.json().path("id").asString();
    }

    private Answer create(String path, String members) {
        String every = members.contains("every") ? "" : ",\"every\":\"PT0.2S\"";
        return other.post(
                SOURCES,
                Role.OPERATOR,
                "{\"name\":\"发文 " + run + "\",\"url\":\"" + site.url(path) + "\"" + every
                        + (members.isEmpty() ? "" : "," + members) + "}");
    }

    private JsonNode until(String source, Predicate<JsonNode> holds) {
        return await().atMost(SOON).until(() -> one.get(SOURCES + "/" + source).json(), holds);
    }

    /** How often it came whole: not counting questions whether it changed. */
    private long fetched(String path) {
        return site.asked().stream()
                .filter(asked -> asked.path().equals(path) && !asked.headers().containsKey("if-none-match"))
                .count();
    }

    private static int taken(JsonNode view) {
        return view.path("links").path("taken").asInt();
    }

    private void page(String path, int... documents) {
        site.put(
                path,
                Page.of(
                        "text/html",
                        IntStream.of(documents)
                                .mapToObj(i -> "<li><a href='" + i + ".html'>通知" + i + "</a></li>")
                                .collect(Collectors.joining("", "<html><ul>", "</ul></html>"))));
    }

    private void put(int... documents) {
        for (int i : documents) {
            site.put("/" + i + ".html", document(Integer.toString(i)));
        }
    }

    private Page document(String title) {
        return Page.of("text/html", "title|" + title + " " + run + "\ncase|1|trade|一|好\n");
    }
}
