package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.cli.setup.SetUpCommand;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code topics} and {@code tail} at the broker of a deployment: an event, what is no event, a tombstone and an event again. */
class TailIT {
    private static final Topic<CaseEvent> TRADE = Topics.cases(Domain.TRADE);
    private static final String KEY = "case-97th7mguth7i2kvittegv95dbg";
    private static final String TITLE = "口岸“一箱制”通关";
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.300Z");

    @TempDir
    private static Path folder;

    private static DeployedBroker broker;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() throws Exception {
        broker = DeployedBroker.start(folder.resolve("deployment"));
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isTrue();
        producer = new KafkaProducer<>(broker.client("ingest"), new StringSerializer(), new ByteArraySerializer());
        publish("casewire.case.published.v1", CaseEvent.CasePublished.class);
        producer.send(new ProducerRecord<>(TRADE.name(), KEY, "{broken".getBytes(StandardCharsets.UTF_8)))
                .get();
        producer.send(new ProducerRecord<>(TRADE.name(), KEY, null)).get();
        publish("casewire.case.withdrawn.v1", CaseEvent.CaseWithdrawn.class);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        producer.close();
        broker.close();
    }

    @Test
    void showsWhatLiesThereALineEachAndGoesOnBehindWhatItCannotRead() {
        Tool tail = tail(TRADE.name(), "--until-now");

        assertThat(tail.status()).as(tail.said()).isZero();
        assertThat(tail.said().lines().limit(4))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("2026-03-04T05:06:07.300Z  casewire.case.published.v1  " + KEY + "@1  "
                                        + TITLE),
                        line -> assertThat(line).startsWith("-  UNREADABLE  casewire.case.trade/0@1  "),
                        line -> assertThat(line)
                                .startsWith("-  tombstone  " + KEY)
                                .contains("casewire.case.trade/0@2"),
                        line -> assertThat(line).contains("casewire.case.withdrawn.v1", KEY + "@3", TITLE));
    }

    @Test
    void givesWholeEventsAsJson() throws IOException {
        Tool tail = tail(TRADE.name(), "--until-now", "--json", "--limit", "3");
        List<JsonNode> lines = tail.said()
                .lines()
                .map(line -> WireJson.mapper().readTree(line))
                .toList();

        assertThat(lines).hasSize(3);
        JsonNode event = lines.getFirst();
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(KEY + "@1");
        assertThat(event.path("type").asString()).isEqualTo("casewire.case.published.v1");
        assertThat(event.path("source").asString()).isEqualTo("/casewire/ingest");
        assertThat(event.path("dataschema").asString()).isEqualTo("urn:casewire:schema:casewire.case.published.v1");
        assertThat(event.path("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.path("data")).isEqualTo(WireJson.mapper().readTree(golden("casewire.case.published.v1")));
        assertThat(lines.get(1).at("/unreadable/place").asString()).isEqualTo("casewire.case.trade/0@1");
        assertThat(lines.get(2).at("/tombstone/key").asString()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kind case.withdrawn                        | UNREADABLE,WITHDRAWN",
                "--kind casewire.case.published.v1            | PUBLISHED,UNREADABLE",
                "--kind case.published,case.withdrawn         | PUBLISHED,UNREADABLE,WITHDRAWN",
                "--domain supervision                         | PUBLISHED,UNREADABLE,WITHDRAWN",
                "--domain finance                             | UNREADABLE",
                "--key case-00000000000000000000000000        |",
                "--from 2                                     | TOMBSTONE,WITHDRAWN",
                "--from beginning --limit 1                   | PUBLISHED",
                "--from 2020-01-01 --limit 2                  | PUBLISHED,UNREADABLE",
                "--from 2020-01-01T08:00:00+08:00 --limit 1   | PUBLISHED",
                "--from 2099-01-01                            |",
                "--from latest                                |",
            })
    void showsOnlyWhatIsAskedFor(String options, @Nullable String shown) {
        List<String> arguments =
                new ArrayList<>(Pattern.compile(" +").splitAsStream(options).toList());
        arguments.addAll(List.of(TRADE.name(), "--until-now"));
        Tool tail = tail(arguments.toArray(String[]::new));
        List<String> kinds = tail.said().lines().limit(4).map(TailIT::kind).toList();

        assertThat(tail.status()).as(tail.said()).isZero();
        assertThat(String.join(",", kinds)).isEqualTo(shown == null ? "" : shown);
    }

    @Test
    void anOffsetThatIsNotThereIsRefused() {
        Tool tail = tail(TRADE.name(), "--from", "4000");

        assertThat(tail.status()).isEqualTo(1);
        assertThat(tail.said()).contains("casewire.case.trade/0 holds offsets from 0", "there is no 4000");
    }

    @Test
    void aConsumerSeesWhatItMayReadAndLeavesNoGroup() throws Exception {
        Tool added = Tool.run(
                "consumer",
                "add",
                "looker",
                "--folder",
                folder.resolve("consumers").toString(),
                "--external",
                broker.external(),
                "--ca",
                broker.setUpSecrets().resolve("ca.pem").toString(),
                "--kafka-config",
                kafka());
        assertThat(added.status()).as(added.said()).isZero();
        String client = folder.resolve("consumers/looker").toString();

        Tool all = Tool.run("tail", "--client", client, "--until-now", "--kind", "case.published");
        Tool closed = Tool.run("tail", "--client", client, "--until-now", Topics.OBLIGATION.name());
        Tool topics = Tool.run("topics", "--client", client);

        assertThat(all.status()).as(all.said()).isZero();
        assertThat(all.said()).contains(KEY + "@1  " + TITLE);
        assertThat(closed.status()).isEqualTo(1);
        assertThat(closed.said()).contains("casewire.obligation", "may not read it");
        assertThat(row(topics, Topics.OBLIGATION)).containsPattern("with --ledger +- +- ");
        assertThat(row(topics, TRADE)).contains("every system", "0:");
        try (Admin admin = Admin.create(broker.administrator())) {
            assertThat(admin.listGroups().all().get())
                    .noneMatch(group -> group.groupId().startsWith("looker"));
        }
    }

    @Test
    void aFolderThatIsNoConsumersIsRefused() {
        Tool tail = Tool.run("tail", "--client", folder.toString());

        assertThat(tail.status()).isEqualTo(1);
        assertThat(tail.said()).contains("there is no " + folder.resolve("client.properties"));
    }

    @Test
    void showsWhatComesUntilItIsStopped() throws Exception {
        Topic<CaseEvent> other = Topics.cases(Domain.FINANCE);
        Path said = folder.resolve("tail.out");
        Process tail = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.casewire.cli.Casewire",
                        "tail",
                        other.name(),
                        "--kafka-config",
                        kafka())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            // it tells nobody that it listens, so tombstones are sent until it shows one
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        producer.send(new ProducerRecord<>(other.name(), KEY, null))
                                .get();
                        return Files.readString(said).contains("tombstone");
                    });
        } finally {
            tail.destroy();
        }
        assertThat(tail.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).endsWith("\n");
        assertThat(Files.readAllLines(said)).allMatch(line -> line.startsWith("-  tombstone  " + KEY));
    }

    @Test
    void topicsTellsTheRegistryAndHowMuchLiesThere() {
        Tool table = Tool.run("topics", "--kafka-config", kafka());
        Tool json = Tool.run("topics", "--json", "--kafka-config", kafka());
        JsonNode topics = WireJson.mapper().readTree(json.said());

        assertThat(table.status()).as(table.said()).isZero();
        assertThat(table.said().lines()).hasSize(1 + Topics.all().size());
        assertThat(row(table, TRADE))
                .contains("no expiry", "every system", "case.published case.revised case.withdrawn");
        assertThat(row(table, Topics.DELIVERY)).contains("180 days", "nobody");
        assertThat(topics.valueStream().map(topic -> topic.path("topic").asString()))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        JsonNode trade = topics.valueStream()
                .filter(topic -> topic.path("topic").asString().equals(TRADE.name()))
                .findFirst()
                .orElseThrow();
        assertThat(trade.path("records").asLong()).isEqualTo(4);
        assertThat(trade.at("/ends/0").asLong()).isEqualTo(4);
        assertThat(trade.path("audience").asString()).isEqualTo("EVERY_SYSTEM");
    }

    @Test
    void topicsWithoutABrokerLeavesTheNumbersOut() {
        Tool nothing = Tool.run("topics", "--data", folder.resolve("none").toString());
        Tool away = Tool.run("topics", "--kafka", "127.0.0.1:1", "--wait", "1");

        assertThat(nothing.status()).isZero();
        assertThat(nothing.said()).contains("casewire.settlement", "Nothing runs on");
        assertThat(away.status()).isEqualTo(1);
        assertThat(away.said()).contains("casewire.settlement", "the broker at 127.0.0.1:1 does not answer");
    }

    private static String kind(String line) {
        if (line.contains("UNREADABLE")) {
            return "UNREADABLE";
        }
        if (line.contains("tombstone")) {
            return "TOMBSTONE";
        }
        return line.contains("published") ? "PUBLISHED" : "WITHDRAWN";
    }

    private static String row(Tool topics, Topic<?> topic) {
        return topics.said()
                .lines()
                .filter(line -> line.startsWith(topic.name() + " "))
                .findFirst()
                .orElseThrow();
    }

    private static Tool tail(String... arguments) {
        List<String> all = new ArrayList<>(List.of("tail"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--kafka-config", kafka()));
        return Tool.run(all.toArray(String[]::new));
    }

    private static String kafka() {
        return broker.setUpSecrets().resolve("kafka.properties").toString();
    }

    private static <E extends CaseEvent> void publish(String type, Class<E> event) throws Exception {
        E golden = WireJson.mapper().readValue(golden(type), event);
        producer.send(EventCodec.encode(
                        TRADE,
                        new Envelope<>(
                                golden, golden.eventId(), URI.create("/casewire/ingest"), TIME, TIME, "c", false)))
                .get();
    }

    private static byte[] golden(String type) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Topics.class.getResourceAsStream("/io/casewire/contracts/golden/" + type + ".json"))) {
            return in.readAllBytes();
        }
    }
}
