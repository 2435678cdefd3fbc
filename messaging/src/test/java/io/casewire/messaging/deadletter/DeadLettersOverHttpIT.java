package io.casewire.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.LinkProposed;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.Links;
import io.casewire.messaging.Outgoing;
import io.casewire.messaging.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"casewire.service=trial", "casewire.messaging.group=letters-it"})
class DeadLettersOverHttpIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String LETTERS = "/api/trial/v1/dead-letters";
    private static final String TOPIC = Topics.LINK.deadLetterName();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private Ear ear;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", SharedKafka::bootstrapServers);
        registry.add("spring.mongodb.uri", SharedStore::freshDatabase);
        registry.add("casewire.identity.directory", () -> folder.resolve("identity"));
    }

    @Test
    void handlesAgainWhatWasPutAsideOnceTheCauseIsGoneAndKeepsWhoAskedForIt() throws Exception {
        JsonNode letter = putAside("mended");
        String place = place(letter);
        assertThat(letter.path("group").asString()).isEqualTo("letters-it-links");
        assertThat(letter.path("from").path("topic").asString()).isEqualTo(Topics.LINK.name());
        assertThat(letter.path("type").asString()).startsWith("casewire.link.");
        assertThat(letter.path("reason").asString()).isEqualTo("a bug with mended");
        assertThat(letter.path("size").asInt()).isPositive();

        JsonNode whole = get(place, Role.OPERATOR).json();
        assertThat(whole.path("value").path("text").asString()).contains("mended");
        assertThat(whole.path("headers").findValuesAsString("name")).contains("ce_type", "dlt_reason");

        Answer failed = post(place + "/replay", "");
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.json().path("outcome").asString()).isEqualTo("FAILED");
        assertThat(failed.json().path("detail").asString()).isEqualTo("a bug with mended");
        assertThat(ear.heard).doesNotContain("mended");

        ear.fails.remove("mended");
        JsonNode handled = post(place + "/replay", "").json();
        assertThat(handled.path("outcome").asString()).isEqualTo("HANDLED");
        assertThat(handled.path("by").asString()).isEqualTo("李雷");
        assertThat(ear.heard).containsOnlyOnce("mended");

        JsonNode after = get(place, Role.OPERATOR).json();
        assertThat(after.path("replays").findValuesAsString("outcome")).containsExactly("HANDLED", "FAILED");
        assertThat(after.path("letter").path("replay").path("outcome").asString())
                .isEqualTo("HANDLED");
    }

    @Test
    void handlesAllOfATopicThatWereNotHandledSince() throws Exception {
        String done = place(putAside("all-done"));
        putAside("all-next");
        putAside("all-broken");
        ear.fails.removeAll(Set.of("all-done", "all-next"));
        post(done + "/replay", "");

        JsonNode first =
                post(LETTERS + "/replay", "{\"topic\":\"" + TOPIC + "\"}").json();

        assertThat(ear.heard).containsOnlyOnce("all-done").containsOnlyOnce("all-next");
        assertThat(first.path("failed").findValuesAsString("reason")).contains("a bug with all-broken");
        JsonNode second =
                post(LETTERS + "/replay", "{\"topic\":\"" + TOPIC + "\"}").json();
        assertThat(second.path("handled").asInt()).isZero();
        assertThat(ear.heard).containsOnlyOnce("all-next");
    }

    @Test
    void givesThemInPages() throws Exception {
        putAside("page-1");
        putAside("page-2");
        JsonNode all = get(LETTERS + "?size=200", Role.OPERATOR).json();

        JsonNode first = get(LETTERS + "?size=1&topic=" + TOPIC, Role.OPERATOR).json();
        JsonNode second = get(LETTERS + "?size=1&cursor=" + first.path("next").asString(), Role.OPERATOR)
                .json();

        assertThat(first.path("items").path(0)).isEqualTo(all.path("items").path(0));
        assertThat(second.path("items").path(0)).isEqualTo(all.path("items").path(1));
    }

    @Test
    void saysThatAnEventIsStillNone() throws Exception {
        send(new ProducerRecord<>(Topics.LINK.name(), "rejected-key", bytes("no event")));
        JsonNode letter = awaited("rejected-key");

        JsonNode replay = post(place(letter) + "/replay", "").json();

        assertThat(replay.path("outcome").asString()).isEqualTo("REJECTED");
    }

    @Test
    void passesOverThoseOfOtherServicesAndWhatIsNone() throws Exception {
        ProducerRecord<String, byte[]> others = new ProducerRecord<>(TOPIC, "others-key", bytes("{}"));
        Map.of(
                        "dlt_topic",
                        Topics.LINK.name(),
                        "dlt_partition",
                        "0",
                        "dlt_offset",
                        "0",
                        "dlt_group",
                        "others-links",
                        "dlt_time",
                        "2026-01-01T00:00:00Z")
                .forEach((name, value) -> others.headers().add(name, bytes(value)));
        send(others);
        send(new ProducerRecord<>(TOPIC, "none-key", bytes("{}")));
        putAside("of-ours");

        assertThat(get(LETTERS + "?size=200", Role.OPERATOR)
                        .json()
                        .path("items")
                        .findValuesAsString("key"))
                .doesNotContain("others-key", "none-key");
    }

    @Test
    void doesNotHandOverWhatHasNoValue() throws Exception {
        ProducerRecord<String, byte[]> gone =
                new ProducerRecord<>(TOPIC, LinkId.derive("gone").value(), null);
        Map.of(
                        "dlt_topic",
                        Topics.LINK.name(),
                        "dlt_partition",
                        "0",
                        "dlt_offset",
                        "7",
                        "dlt_group",
                        "letters-it-links",
                        "dlt_time",
                        "2026-01-01T00:00:00Z")
                .forEach((name, value) -> gone.headers().add(name, bytes(value)));
        send(gone);
        JsonNode letter = awaited(LinkId.derive("gone").value());

        Answer refused = post(place(letter) + "/replay", "");

        assertThat(letter.path("replayable").asBoolean()).isFalse();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("casewire dead-letters replay " + TOPIC);
    }

    @Test
    void tellsHowFarTheListenersHaveCome() throws Exception {
        publish("progress");
        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).contains("progress"));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode groups =
                    get("/api/trial/v1/consumer-groups", Role.OPERATOR).json();
            assertThat(groups.path("items").findValuesAsString("topic")).containsOnly(Topics.LINK.name());
            assertThat(groups.path("items").findValuesAsString("group")).containsOnly("letters-it-links");
            assertThat(groups.path("items").findValuesAsString("lag")).containsOnly("0");
            assertThat(groups.path("items").findValuesAsString("committedOffset"))
                    .isEqualTo(groups.path("items").findValuesAsString("endOffset"));
        });
    }

    @Test
    void isForOperatorsAndRefusesWhatItDoesNotKnow() throws Exception {
        for (String path : List.of(LETTERS, LETTERS + "/x/0/0", "/api/trial/v1/consumer-groups")) {
            assertThat(get(path, Role.COORDINATOR).status()).as(path).isEqualTo(403);
            assertThat(get(path, Role.AUDITOR).status()).as(path).isEqualTo(403);
        }
        assertThat(get(LETTERS + "?topic=" + Topics.TASK.deadLetterName(), Role.OPERATOR)
                        .json()
                        .path("detail")
                        .asString())
                .contains(TOPIC);
        assertThat(get(LETTERS + "?cursor=x", Role.OPERATOR).status()).isEqualTo(400);
        assertThat(get(LETTERS + "/" + TOPIC + "/0/999999", Role.OPERATOR).status())
                .isEqualTo(404);
        assertThat(get(LETTERS + "/" + Topics.LINK.name() + "/0/0", Role.OPERATOR)
                        .status())
                .isEqualTo(404);
        assertThat(get(LETTERS + "/" + TOPIC + "/-1/-1", Role.OPERATOR).status())
                .isEqualTo(404);
        assertThat(post(LETTERS + "/replay", "{\"topic\":\"casewire.link\"}").status())
                .isEqualTo(400);
    }

    private JsonNode putAside(String name) throws Exception {
        ear.fails.add(name);
        publish(name);
        return awaited(Links.named(name).id().value());
    }

    private void publish(String name) {
        publisher.publishAll(List.of(new Outgoing<>(
                Topics.LINK,
                Envelope.now(
                        new LinkProposed(Links.named(name), 1),
                        URI.create("/casewire/test"),
                        Instant.EPOCH,
                        "correlation",
                        false))));
    }

    private JsonNode awaited(String key) {
        return await().atMost(SOON)
                .until(
                        () -> get(LETTERS + "?size=200", Role.OPERATOR)
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(item -> item.path("key").asString("").equals(key))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String place(JsonNode letter) {
        return LETTERS
                + '/'
                + letter.path("topic").asString()
                + '/'
                + letter.path("partition").asInt()
                + '/'
                + letter.path("offset").asLong();
    }

    private Answer get(String path, Role role) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(at(path)).GET(), role);
    }

    private Answer post(String path, String body) throws IOException, InterruptedException {
        return ask(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                Role.OPERATOR);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Answer ask(HttpRequest.Builder request, Role role) throws IOException, InterruptedException {
        String token = TokenIssuer.in(folder.resolve("identity"))
                .mint(new Caller("李雷", Set.of(role), null, null), Duration.ofHours(1));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    request.header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), WireJson.mapper().readTree(answer.body()));
        }
    }

    private static void send(ProducerRecord<String, byte[]> record) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get(30, TimeUnit.SECONDS);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Answer(int status, JsonNode json) {}

    /** A handler that fails of what it is told to. */
    static final class Ear implements EventHandler<LinkEvent> {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final Set<String> fails = ConcurrentHashMap.newKeySet();

        @Override
        public void on(List<Received<LinkEvent>> batch) {
            List<String> names = batch.stream()
                    .flatMap(received -> Stream.ofNullable(received.envelope()))
                    .map(envelope -> Links.name(envelope.event().link()))
                    .toList();
            names.stream().filter(fails::contains).findFirst().ifPresent(name -> {
                throw new IllegalStateException("a bug with " + name);
            });
            heard.addAll(names);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        EventListener<LinkEvent> links(Ear ear) {
            return EventListener.batch("links", List.of(Topics.LINK), ear);
        }
    }
}
