package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.notify.StreamReading.Message;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of the stream see, whatever happens to the service: every event once, or a gap that says so. */
class LiveStreamIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private EmbeddedKafka kafka;

    @BeforeEach
    void startBroker() {
        kafka = EmbeddedKafka.start(directory);
    }

    @AfterEach
    void stopBroker() {
        kafka.close();
    }

    @Test
    void showsTheLastEventsFirstThenEveryPublicEventAndHeartbeats() {
        try (RunningNotify notify = start("casewire.notify.stream.first=3", "casewire.notify.stream.heartbeat=500ms")) {
            List<Domain> domains = List.of(Domain.values());
            for (int i = 0; i < 5; i++) {
                notify.publish(Cases.published("先前" + i, domains.get(i), "-"));
            }
            awaitSeen(notify, "先前4");

            try (StreamReading look = look(notify, null)) {
                awaitTitles(look, List.of("先前2", "先前3", "先前4"));
                notify.publish(Cases.published("直播", Domain.TRADE, "-"));
                awaitTitles(look, List.of("先前2", "先前3", "先前4", "直播"));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(look.comments()).contains("still here"));
                assertThat(look.gaps()).isEmpty();
                assertThat(look.messages())
                        .allSatisfy(message -> assertThat(message.id()).isNotBlank());
            }
        }
    }

    @Test
    void losesAndRepeatsNothingOverACleanRestart() {
        RunningNotify first = start();
        String place;
        try (first) {
            publish(first, "重启", 0, 60);
            awaitSeen(first, "重启59");
            place = placeAfter(first, "重启59");
            publish(first, "重启", 60, 180);
        }
        try (RunningNotify again = first.again("casewire.notify.stream.first=5", "casewire.notify.stream.kept=10");
                StreamReading look = look(again, place)) {
            publish(again, "重启", 180, 190);

            awaitTitles(look, names("重启", 60, 190));
            assertThat(look.gaps()).isEmpty();
        }
    }

    @Test
    void losesAndRepeatsNothingOverAKillAndOnAnotherInstance() throws Exception {
        String place;
        List<String> seen;
        try (NotifyProcess killed = NotifyProcess.startOn(kafka.bootstrapServers());
                RunningNotify other = start("casewire.notify.stream.kept=10", "casewire.notify.stream.first=5");
                StreamReading look = new StreamReading(killed.url("/api/notify/v1/events"), null)) {
            publish(other, "崩溃", 0, 13);
            await().atMost(SOON).untilAsserted(() -> assertThat(look.titles()).contains("崩溃12"));
            Thread publishing = Thread.ofVirtual().start(() -> publish(other, "崩溃", 13, 50));
            await().atMost(SOON).untilAsserted(() -> assertThat(look.titles()).hasSizeGreaterThan(15));
            killed.kill();
            publishing.join();
            place = look.lastId();
            seen = look.titles();

            try (StreamReading resumed = look(other, place)) {
                List<String> missing = new ArrayList<>(names("崩溃", 0, 50));
                missing.removeAll(seen);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(resumed.titles()).containsExactlyInAnyOrderElementsOf(missing));
                assertThat(resumed.gaps()).isEmpty();
            }
        }
    }

    @Test
    void goesBackAndForthBetweenInstances() {
        try (RunningNotify one = start();
                RunningNotify two = start()) {
            List<String> seen = new ArrayList<>();
            publish(one, "往返", 0, 5);
            awaitSeen(one, "往返4");
            String place = placeAfter(one, "往返4");
            for (int round = 1; round < 4; round++) {
                publish(two, "往返", round * 5, round * 5 + 5);
                List<String> wanted = names("往返", round * 5, round * 5 + 5);
                try (StreamReading look = look(round % 2 == 0 ? one : two, place)) {
                    awaitTitles(look, wanted);
                    seen.addAll(look.titles());
                    place = look.lastId();
                }
            }
            assertThat(seen).containsExactlyElementsOf(names("往返", 5, 20));
        }
    }

    @Test
    void saysThatItDoesNotKnowAnIdAndShowsTheLastEvents() {
        try (RunningNotify notify = start("casewire.notify.stream.first=2")) {
            publish(notify, "未知", 0, 4);
            awaitSeen(notify, "未知3");

            assertThat(List.of("casewire.case.trade/0/17", "garbage", "AQ", "AQAAAAAA", "%%%"))
                    .allSatisfy(id -> {
                        try (StreamReading look = look(notify, id)) {
                            awaitTitles(look, List.of("未知2", "未知3"));
                            assertThat(look.messages().getFirst().isGap()).isTrue();
                            assertThat(look.gaps()).containsExactly("UNKNOWN_ID");
                        }
                    });
        }
    }

    @Test
    void saysThatAnIdIsOfAnotherLog(@TempDir Path other) {
        String place;
        try (EmbeddedKafka elsewhere = EmbeddedKafka.start(other);
                RunningNotify notify = RunningNotify.startOn(elsewhere.bootstrapServers())) {
            publish(notify, "别处", 0, 1);
            awaitSeen(notify, "别处0");
            place = placeAfter(notify, "别处0");
        }
        try (RunningNotify notify = start()) {
            publish(notify, "此处", 0, 1);
            awaitSeen(notify, "此处0");

            try (StreamReading look = look(notify, place)) {
                awaitTitles(look, List.of("此处0"));
                assertThat(look.gaps()).containsExactly("OTHER_LOG");
            }
        }
    }

    @Test
    void saysWhichEventsRetentionTookBeforeTheReaderCameBack() throws Exception {
        try (RunningNotify notify = start("casewire.notify.stream.kept=2", "casewire.notify.stream.first=1")) {
            publish(notify, "过期", 0, 1);
            awaitSeen(notify, "过期0");
            String place = placeAfter(notify, "过期0");
            publish(notify, "过期", 1, 10);
            awaitSeen(notify, "过期9");
            TopicPartition trade = new TopicPartition(Topics.cases(Domain.TRADE).name(), 0);
            try (Admin admin = admin()) {
                admin.deleteRecords(Map.of(trade, RecordsToDelete.beforeOffset(6)))
                        .all()
                        .get();
            }

            try (StreamReading look = look(notify, place)) {
                awaitTitles(look, names("过期", 6, 10));
                assertThat(look.messages().stream().filter(Message::isGap))
                        .singleElement()
                        .satisfies(gap -> assertThat(gap.data().toString())
                                .contains("EXPIRED", "casewire.case.trade", "\"from\":1", "\"to\":5"));
            }
        }
    }

    @Test
    void goesOnOverRecordsThatCompactionTook() throws Exception {
        TopicPartition trade = new TopicPartition(Topics.cases(Domain.TRADE).name(), 0);
        try (RunningNotify notify = start("casewire.notify.stream.kept=2", "casewire.notify.stream.first=1")) {
            publish(notify, "压缩前", 0, 1);
            awaitSeen(notify, "压缩前0");
            String place = placeAfter(notify, "压缩前0");
            for (int revision = 2; revision < 8; revision++) {
                notify.publish(Cases.revised("压缩", Domain.TRADE, "-", revision));
            }
            compact(trade, () -> notify.publish(Cases.published("压缩" + UUID.randomUUID(), Domain.TRADE, "-")));
            publish(notify, "压缩后", 0, 1);

            try (StreamReading look = look(notify, place)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(look.titles()).contains("压缩后0"));
                assertThat(look.titles().stream().filter("压缩"::equals)).hasSize(1);
                assertThat(look.gaps()).isEmpty();
            }
        }
    }

    @Test
    void saysWhichEventsCannotBeReadAndGoesOnBehindThem() throws Exception {
        String place;
        RunningNotify before = start();
        try (before) {
            publish(before, "损坏", 0, 1);
            awaitSeen(before, "损坏0");
            place = placeAfter(before, "损坏0");
            publish(before, "损坏", 1, 8);
            awaitSeen(before, "损坏7");
        }
        int port = kafka.port();
        kafka.close();
        flip("损坏4");
        kafka = EmbeddedKafka.start(directory, port);
        try (RunningNotify again = before.again("casewire.notify.stream.first=1");
                StreamReading look = look(again, place)) {
            awaitTitles(look, List.of("损坏1", "损坏2", "损坏3", "损坏5", "损坏6", "损坏7"));
            assertThat(look.messages().stream().filter(Message::isGap))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.data().toString())
                            .contains("UNREADABLE", "casewire.case.trade", "\"from\":4", "\"to\":4"));
        }
        // the tail itself comes upon the damage, tells of it, and goes on
        try (RunningNotify again = before.again("casewire.notify.stream.first=50")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(again.call("GET", "/actuator/health/liveness", null, null)
                                    .body())
                            .contains("DOWN", "-stream cannot read casewire.case.trade/0@4"));
            try (StreamReading look = look(again, place)) {
                publish(again, "损坏", 8, 9);
                awaitTitles(look, List.of("损坏1", "损坏2", "损坏3", "损坏5", "损坏6", "损坏7", "损坏8"));
                assertThat(look.gaps()).containsExactly("UNREADABLE");
            }
        }
    }

    @Test
    void letsASlowReaderGoWhoComesBackWithoutALoss() {
        try (RunningNotify notify = start("casewire.notify.stream.queued=1", "casewire.notify.stream.kept=5")) {
            publish(notify, "慢", 0, 1);
            awaitSeen(notify, "慢0");
            String place = placeAfter(notify, "慢0");
            List<String> seen = new ArrayList<>();
            publish(notify, "慢", 1, 300);
            await().atMost(SOON).until(() -> {
                try (StreamReading look = look(notify, place(seen, place))) {
                    await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> true);
                    seen.addAll(look.titles());
                    last = look.lastId();
                }
                return seen.size() >= 299;
            });
            assertThat(seen).containsExactlyElementsOf(names("慢", 1, 300));
        }
    }

    private @Nullable String last;

    private @Nullable String place(List<String> seen, String first) {
        return seen.isEmpty() ? first : last;
    }

    @Test
    void showsWhatTheParametersAskForAndKeepsThePlaceWhereNothingDoes() {
        try (RunningNotify notify = start("casewire.notify.stream.heartbeat=500ms");
                StreamReading finance = new StreamReading(
                        notify.url("/api/notify/v1/events?domain=Finance&kind=case.published"), null)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(finance.comments()).contains("still here"));
            publish(notify, "贸易", 0, 3);
            notify.publish(Cases.published("金融零", Domain.FINANCE, "-"));
            notify.publish(Cases.revised("金融改", Domain.FINANCE, "-", 2));
            notify.publish(Cases.published("金融一", Domain.FINANCE, "-"));

            awaitTitles(finance, List.of("金融零", "金融一"));
            String atLast = finance.messages().getLast().id();
            publish(notify, "贸易", 3, 5);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(finance.lastId()).isNotEqualTo(atLast));
            awaitSeen(notify, "贸易4");
            await().atMost(SOON).untilAsserted(() -> {
                try (StreamReading all = look(notify, finance.lastId())) {
                    publish(notify, "之后", 0, 1);
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(all.titles()).contains("之后0"));
                    assertThat(all.titles()).noneMatch(title -> title.startsWith("贸易"));
                }
            });
        }
    }

    @Test
    void tellsWhatAnswersAQueryAndGoesOnWithItOnAnotherInstance() {
        String asked = "/api/notify/v1/events?domain=trade&q=" + URLEncoder.encode("综保区 -退货", StandardCharsets.UTF_8);
        try (RunningNotify one = start("casewire.notify.stream.heartbeat=500ms", "casewire.notify.stream.kept=2");
                RunningNotify two = start("casewire.notify.stream.kept=2")) {
            String place;
            try (StreamReading look = new StreamReading(one.url(asked), null)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(look.comments()).contains("still here"));
                one.publish(Cases.published("综合保税区退货", Domain.TRADE, "-"));
                one.publish(Cases.published("综合保税区融资", Domain.FINANCE, "-"));
                one.publish(Cases.published("综合保税区仓储", Domain.TRADE, "-"));
                awaitTitles(look, List.of("综合保税区仓储"));
                place = look.messages().getLast().id();
            }
            one.publish(Cases.published("綜合保稅區加工", Domain.TRADE, "-"));
            publish(one, "其他", 0, 5);
            awaitSeen(two, "其他4");

            try (StreamReading resumed = new StreamReading(two.url(asked), place)) {
                awaitTitles(resumed, List.of("綜合保稅區加工"));
                assertThat(resumed.gaps()).isEmpty();
            }
            // as readers do that may not send the header
            String address = asked + "&lastEventId=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
            try (StreamReading resumed = new StreamReading(two.url(address), null)) {
                awaitTitles(resumed, List.of("綜合保稅區加工"));
                assertThat(resumed.gaps()).isEmpty();
            }
        }
    }

    @Test
    void refusesAParameterItDoesNotUnderstand() {
        Map<String, String> named = Map.of(
                "domain=trad", "trade",
                "kind=case.publish", "case.published",
                "region=99", "99",
                "strength=mandate", "MANDATED",
                "concerns=430009", "430000",
                "status=closed&kind=case.published", "only obligations",
                "q=%3F%3F", "punctuation",
                "query=aeo", "query",
                "zone=", "'zone' has no value");
        try (RunningNotify notify = start()) {
            assertThat(named).allSatisfy((query, name) -> {
                HttpResponse<String> answer = notify.call("GET", "/api/notify/v1/events?" + query, null, null);

                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.headers().firstValue("content-type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                assertThat(RunningNotify.json(answer).at("/detail").asString()).contains(name);
            });
        }
    }

    private RunningNotify start(String... properties) {
        return RunningNotify.startOn(kafka.bootstrapServers(), properties);
    }

    private static StreamReading look(RunningNotify notify, @Nullable String lastId) {
        return new StreamReading(notify.url("/api/notify/v1/events"), lastId);
    }

    private static void publish(RunningNotify notify, String prefix, int from, int to) {
        names(prefix, from, to).forEach(name -> notify.publish(Cases.published(name, Domain.TRADE, "-")));
    }

    private static List<String> names(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> prefix + i).toList();
    }

    private static void awaitTitles(StreamReading look, List<String> titles) {
        await().atMost(SOON).untilAsserted(() -> assertThat(look.titles()).containsExactlyElementsOf(titles));
    }

    private static void awaitSeen(RunningNotify notify, String title) {
        try (StreamReading look = look(notify, null)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(look.titles()).contains(title));
        }
    }

    private static String placeAfter(RunningNotify notify, String title) {
        try (StreamReading look = look(notify, null)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(look.titles()).contains(title));
            return look.messages().stream()
                    .filter(message -> message.data().path("title").asString("").equals(title))
                    .map(Message::id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Changes a byte behind that title where the stopped broker keeps it. */
    private void flip(String title) throws IOException {
        byte[] wanted = title.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.list(directory.resolve("casewire.case.trade-0"))) {
            Path log = files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(log);
            for (int at = 0; at + wanted.length <= bytes.length; at++) {
                if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                    bytes[at] ^= 0x7f;
                    Files.write(log, bytes);
                    return;
                }
            }
        }
        throw new AssertionError(title + " is not in the log");
    }

    private void compact(TopicPartition partition, Runnable more) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
            ConfigResource brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
            admin.incrementalAlterConfigs(Map.of(
                            // how long the broker waits before it looks again for what to compact; 15 s unless told
                            brokers,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("log.cleaner.backoff.ms", "200"), AlterConfigOp.OpType.SET)),
                            topic,
                            Map.of(
                                            "cleanup.policy", "compact",
                                            "segment.ms", "500",
                                            "min.cleanable.dirty.ratio", "0.001")
                                    .entrySet()
                                    .stream()
                                    .map(entry -> new AlterConfigOp(
                                            new ConfigEntry(entry.getKey(), entry.getValue()),
                                            AlterConfigOp.OpType.SET))
                                    .toList()))
                    .all()
                    .get();
        }
        await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    more.run();
                    return offsets(partition).stream()
                                    .filter(offset -> offset < 7)
                                    .count()
                            < 7;
                });
    }

    private List<Long> offsets(TopicPartition partition) {
        List<Long> offsets = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> offsets.add(record.offset()));
            }
        }
        return offsets;
    }
}
