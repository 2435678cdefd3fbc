package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The samples through the whole wire: documents become cases on topics, a catalogue, obligations and messages. */
class WholeWireIT {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static RunningWire wire;
    private static Receiver receiver;
    private static Collector collector;
    private static String publisher;
    private static String agency;
    private static final Map<String, JsonNode> documents = new TreeMap<>();

    @BeforeAll
    static void loadTheSamples() throws IOException, InterruptedException {
        collector = Collector.start();
        wire = RunningWire.on(folder.resolve("data"), Map.of("CASEWIRE_TRACES_ENDPOINT", collector.endpoint()));
        receiver = Receiver.start();
        publisher = wire.token("--role", "publisher", "--subject", "test publisher");
        agency = wire.token("--role", "agency", "--agency", "某市商务局", "--subject", "test agency");
        HttpResponse<String> subscribed = wire.post(
                "/api/notify/v1/subscriptions",
                agency,
                "{\"domains\":[\"trade\"],\"kinds\":[\"case.published\"],\"webhook\":{\"url\":\"" + receiver.url()
                        + "\"}}");
        assertThat(subscribed.statusCode()).as(subscribed.body()).isEqualTo(201);
        receiver.verifyWith(secret(WireJson.mapper().readTree(subscribed.body())));
        for (Path sample : samples()) {
            documents.put(sample.getFileName().toString(), wire.settled(wire.upload(sample, publisher)));
        }
    }

    @AfterAll
    static void stop() {
        receiver.close();
        wire.close();
        collector.close();
    }

    @Test
    void everySampleIsPublishedWithWhatItHolds() {
        assertThat(documents.values())
                .allMatch(document -> document.get("state").asString().equals("PUBLISHED"));
        assertThat(count("cases")).isGreaterThanOrEqualTo(40);
        assertThat(count("tasks")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void everyCaseIsOnTheTopicOfItsFirstDomainAsACloudEvent() {
        Set<String> keys = new HashSet<>();
        for (Domain domain : Domain.values()) {
            var topic = Topics.cases(domain);
            for (ConsumerRecord<String, byte[]> record : read(topic)) {
                var event = EventCodec.decode(topic, record).event();
                assertThat(event.content().firstDomain()).isEqualTo(domain);
                assertThat(new String(
                                record.headers().lastHeader("ce_specversion").value(), StandardCharsets.UTF_8))
                        .isEqualTo("1.0");
                keys.add(record.key());
            }
        }

        assertThat(keys).hasSize(count("cases"));
    }

    @Test
    void aSearchFindsTheCasesWhoseTextHasIt() throws IOException, InterruptedException {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        wire.get("/api/catalog/v1/cases").get("total").asInt())
                .isEqualTo(count("cases")));

        JsonNode found = wire.get("/api/catalog/v1/cases?size=100&q=" + RunningWire.encoded("通关"));

        assertThat(found.get("items")).isNotEmpty();
        for (JsonNode item : found.get("items")) {
            JsonNode whole = wire.get("/api/catalog/v1/cases/" + id(item));
            assertThat(whole.toString()).contains("通关");
        }
    }

    @Test
    void aNationwideCaseObligesEveryProvinceButItsOwn() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode found = wire.get("/api/catalog/v1/cases?scope=NATIONWIDE&size=1");
            JsonNode adoption = wire.get(
                    "/api/replication/v1/cases/" + id(found.get("items").get(0)) + "/adoption");
            assertThat(adoption.get("regions")).hasSize(31);
        });
    }

    @Test
    void tasksAreListedByDeadline() {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        wire.get("/api/replication/v1/tasks?size=100").get("items"))
                .hasSize(count("tasks")));
    }

    @Test
    void theSubscriberGetsOneVerifiableMessageForEachMatchingCase() {
        int matching = read(Topics.cases(Domain.TRADE)).size();
        assertThat(matching).isPositive();
        // as many as match, and for three seconds no more
        await().during(Duration.ofSeconds(3)).atMost(SOON).untilAsserted(() -> assertThat(receiver.messages())
                .hasSize(matching));

        assertThat(receiver.messages()).allMatch(Receiver.Message::verified);
        assertThat(receiver.messages().stream().map(Receiver.Message::id)).doesNotHaveDuplicates();
        assertThat(receiver.messages().stream()
                        .map(message -> WireJson.mapper().readTree(message.body()))
                        .map(body -> body.get("data").get("eventId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameFilesAgainPublishNothing() throws IOException, InterruptedException {
        Map<String, Long> before = ends();

        for (Path sample : samples()) {
            String id = wire.upload(sample, publisher);
            JsonNode known =
                    Objects.requireNonNull(documents.get(sample.getFileName().toString()));
            assertThat(id).isEqualTo(known.get("id").asString());
            wire.settled(id);
        }

        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void nobodyWritesWithoutATokenAndARegionOnlyItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> anonymous = wire.send(
                wire.request("/api/ingest/v1/documents?name=a.txt").POST(HttpRequest.BodyPublishers.ofString("一、")));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");

        JsonNode theirs = await().atMost(SOON)
                .until(
                        () -> wire.get("/api/replication/v1/obligations?region=110000&status=UNKNOWN")
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0);
        HttpResponse<String> foreign = wire.post(
                "/api/replication/v1/obligations/" + theirs.get("id").asString() + "/transitions",
                wire.token("--role", "region", "--region", "430000", "--subject", "test region"),
                "{\"to\":\"IN_PROGRESS\",\"explanation\":\"已启动\"}");
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(403);
    }

    @Test
    void whatIsNoDocumentIsRefusedWithAReason() throws IOException, InterruptedException {
        HttpResponse<String> empty = wire.send(wire.request("/api/ingest/v1/documents?name=a.txt")
                .header("Authorization", "Bearer " + publisher)
                .POST(HttpRequest.BodyPublishers.ofString("")));

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(WireJson.mapper().readTree(empty.body()).get("detail").asString())
                .isNotBlank();
    }

    @Test
    void thePageIsServedWithAStrictPolicyAndFromOneOrigin() throws IOException, InterruptedException {
        HttpResponse<String> page = wire.send(wire.request("/").GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src");
        assertThat(page.body()).contains("Casewire").doesNotContain("https://cdn", "//unpkg");
    }

    @Test
    void everyMetricOfDashboardsAndAlertsIsToldBySomeService() throws IOException, InterruptedException {
        wire.get("/api/catalog/v1/cases?q=" + RunningWire.encoded("通关"));
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            Set<String> told = new HashSet<>();
            for (URI service : wire.services()) {
                HttpResponse<String> metrics = wire.send(HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                        .GET());
                assertThat(metrics.statusCode()).as(service.toString()).isEqualTo(200);
                told.addAll(Observability.told(metrics.body()));
                assertThat(Observability.unexplained(metrics.body()))
                        .as("metrics of %s without a description", service)
                        .isEmpty();
            }
            assertThat(told).containsAll(Observability.metrics());
        });
        assertThat(Observability.metrics()).hasSizeGreaterThan(20);
    }

    @Test
    void everyAlertHasItsPageInTheOperationsGuide() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        assertThat(Observability.runbooks()).isNotEmpty().allMatch(headings::contains);
    }

    @Test
    void oneTraceSpansUploadTopicsServicesAndWebhook() {
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(traces().values())
                .anySatisfy(trace -> {
                    assertThat(trace.stream().map(Collector.Span::service))
                            .contains("casewire-ingest", "casewire-catalog", "casewire-replication", "casewire-notify");
                    assertThat(trace.stream().map(Collector.Span::name))
                            .contains("receive document", "parse document", "publish document", "deliver webhook")
                            .contains(
                                    "send " + Topics.cases(Domain.TRADE).name(),
                                    "process " + Topics.cases(Domain.TRADE).name(),
                                    "send " + Topics.OBLIGATION.name(),
                                    "process " + Topics.OBLIGATION.name());
                    Set<String> ids = trace.stream().map(Collector.Span::id).collect(Collectors.toSet());
                    assertThat(ids).as("every span once").hasSameSizeAs(trace);
                    assertThat(trace)
                            .filteredOn(span -> span.parentId().isEmpty())
                            .singleElement()
                            .extracting(Collector.Span::name)
                            .isEqualTo("receive document");
                    assertThat(trace)
                            .filteredOn(span -> !span.parentId().isEmpty())
                            .allMatch(span -> ids.contains(span.parentId()));
                }));
    }

    private static Map<String, List<Collector.Span>> traces() {
        return collector.spans().stream().collect(Collectors.groupingBy(Collector.Span::traceId));
    }

    @Test
    void prometheusTakesTheRules() throws IOException, InterruptedException {
        assumeTrue(Observability.onThePath("promtool"), "no promtool here (Debian: apt install prometheus)");

        // the file with the console's token is only there in a deployment
        assertThat(Observability.promtool("check", "config", "--syntax-only", "prometheus.yml"))
                .startsWith("0\n");
        assertThat(Observability.promtool("check", "rules", "alerts.yml")).startsWith("0\n");
        assertThat(Observability.promtool("test", "rules", "alerts.test.yml")).startsWith("0\n");
    }

    @Test
    void prometheusScrapesEveryServiceAndAnswersWhatRulesAndDashboardsAsk() throws IOException, InterruptedException {
        assumeTrue(Observability.onThePath("prometheus"), "no Prometheus here (Debian: apt install prometheus)");

        try (Prometheus prometheus = Prometheus.scraping(Observability.jobs(), wire.services())) {
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(prometheus.values("up")).hasSize(5).containsOnly("1");
                        assertThat(prometheus.rules())
                                .hasSizeGreaterThan(10)
                                .allSatisfy((_, health) -> assertThat(health).isEqualTo("ok"));
                    });
            for (String expression : Observability.expressions()) {
                assertThat(prometheus.values(expression)).as(expression).isNotNull();
            }
            // as the samples were read
            assertThat(prometheus.values("sum(casewire_ingest_documents_total) > 0"))
                    .hasSize(1);
            assertThat(prometheus.values("sum by (group) (casewire_events_lag)"))
                    .hasSizeGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void theExamplesPrintEveryCaseOfATopic(Example example) throws IOException, InterruptedException {
        example.assumeInstalled();

        assertThat(example.read(client(example), Topics.cases(Domain.TRADE).name()))
                .containsExactlyElementsOf(tradeCases());
    }

    /** On a topic of its own, as services would follow what is said on theirs. */
    @ParameterizedTest
    @EnumSource(Example.class)
    void theExamplesSayThatACaseMovedAndKeepTitlesAsTheyAre(Example example) throws IOException, InterruptedException {
        example.assumeInstalled();
        String topic = "example-of-" + example.shown();
        ConsumerRecord<String, byte[]> model = read(Topics.cases(Domain.TRADE)).getFirst();
        String title = "“一业一证”与\"证照分离\"、C:\\改革 ㎡";
        ObjectNode renamed = (ObjectNode) WireJson.mapper().readTree(model.value());
        ((ObjectNode) renamed.get("case")).put("title", title);
        publish(
                topic,
                List.of(
                        new ProducerRecord<>(
                                topic,
                                null,
                                model.key(),
                                WireJson.mapper().writeValueAsBytes(renamed),
                                model.headers()),
                        new ProducerRecord<>(topic, model.key(), null)));

        assertThat(example.read(wire.exampleClient(), topic))
                .containsExactly(
                        "casewire.case.published.v1\t" + model.key() + "\t" + title,
                        "moved to another topic\t" + model.key() + "\t");
    }

    @Test
    void theExampleOfTheLiveStreamShowsTheCasesOfADomain() throws IOException {
        assumeTrue(Example.hasNode(), Example.NO_NODE);
        List<String> cases = tradeCases();

        try (Watch watch = Watch.of(wire.url(), folder, "kind=case.published", "domain=贸易便利化")) {
            await().atMost(SOON).untilAsserted(() -> assertThat(watch.lines()).containsExactlyElementsOf(cases));
        }
    }

    /**
     * Files of an account that was made for it, as other systems get them. Those on librdkafka take the instance's own account, which
     * they need no SCRAM for: up to 2.6.0 theirs does not work with Kafka 4.
     */
    private static Path client(Example example) throws IOException, InterruptedException {
        return switch (example) {
            case KCAT, PYTHON -> wire.exampleClient();
            case NODE, NODE_OLDEST, JAVA, JAVA_OLDEST -> wire.consumer("example-" + example.shown());
        };
    }

    private static void publish(String topic, List<ProducerRecord<String, byte[]>> records) throws IOException {
        Map<String, Object> settings = wire.kafkaClient();
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                Future<RecordMetadata> _ = producer.send(record);
            }
        }
    }

    private static List<String> tradeCases() {
        Topic<?> trade = Topics.cases(Domain.TRADE);
        return read(trade).stream().map(record -> line(trade, record)).toList();
    }

    /** What the examples print of a case. */
    private static String line(Topic<?> topic, ConsumerRecord<String, byte[]> record) {
        CaseEvent event = (CaseEvent) EventCodec.decode(topic, record).event();
        return WireNames.of(event) + "\t" + record.key() + "\t"
                + event.content().title();
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        Path table = Path.of("/proc/" + wire.pid() + "/net/tcp");
        assumeTrue(Files.exists(table), "no /proc here, so the listening sockets cannot be looked at");

        assertThat(Listening.addressesOf(wire.pid())).isNotEmpty().allMatch(address -> address.isLoopbackAddress());
    }

    private static int count(String kind) {
        return documents.values().stream()
                .mapToInt(document -> document.get("counts").get(kind).asInt())
                .sum();
    }

    private static String id(JsonNode item) {
        return item.has("id")
                ? item.get("id").asString()
                : item.get("case").get("id").asString();
    }

    private static String secret(JsonNode subscription) {
        return subscription.get("webhook").get("secret").asString();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** What ingest has published so far, by topic. */
    private static Map<String, Long> ends() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<String, Long> ends = new HashMap<>();
            Stream.concat(
                            Topics.cases().stream(),
                            Stream.of(Topics.TASK, Topics.EVIDENCE, Topics.CHAPTER, Topics.DOCUMENT))
                    .map(Topic::name)
                    .forEach(name -> consumer.endOffsets(consumer.partitionsFor(name).stream()
                                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                                    .toList())
                            .forEach((partition, end) -> ends.put(partition.toString(), end)));
            return ends;
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        try {
            return new KafkaConsumer<>(wire.kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
