package io.casewire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.embedded.SharedKafka;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real broker: from the beginning, live, again after a crash, and what a handler's failure comes to. */
class CasewireConsumerIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Retries FAST = new Retries(3, Duration.ofMillis(20), Duration.ofMillis(50));

    private final String prefix = SharedKafka.uniquePrefix();
    private final String topic = prefix + "trade";
    private final String other = prefix + "finance";
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void createTopics() throws Exception {
        create(topic, other);
    }

    @Test
    void readsWhatIsThereSaysSoAndGoesOnWithWhatComes() throws Exception {
        send(Samples.published(topic, 1, 1, "a"), Samples.published(topic, 2, 1, "b"));
        AtomicBoolean caughtUp = new AtomicBoolean();

        try (Running _ = run(reader("g").onCaughtUp(() -> {
            caughtUp.set(true);
            told.add("now");
        }))) {
            await().atMost(SOON).untilTrue(caughtUp);
            send(Samples.published(topic, 3, 1, "c"));
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a", "b", "now", "c"));
        }
    }

    @Test
    void topicsWithoutEventsAreCaughtUpWithAtOnce() throws Exception {
        AtomicBoolean caughtUp = new AtomicBoolean();

        try (Running _ = run(reader("g").onCaughtUp(() -> caughtUp.set(true)))) {
            await().atMost(SOON).untilTrue(caughtUp);
        }
    }

    @Test
    void eachRevisionIsHandledOnceAndNoneGoesBack() throws Exception {
        send(
                Samples.published(topic, 1, 1, "a1"),
                Samples.published(topic, 1, 1, "a1"),
                Samples.published(topic, 1, 3, "a3"),
                Samples.published(topic, 1, 2, "a2"),
                Samples.published(topic, 1, 3, "a3"),
                Samples.published(topic, 2, 1, "end"));

        try (Running _ = run(reader("g"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a1", "a3", "end"));
        }
    }

    @Test
    void theNextStartGoesOnWhereTheGroupWas() throws Exception {
        send(Samples.published(topic, 1, 1, "a"));
        try (Running _ = run(reader("g"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a"));
        }
        send(Samples.published(topic, 2, 1, "b"));

        try (Running _ = run(reader("g"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
        }
    }

    @Test
    void fromTheBeginningReadsAllOfItAgainAtEachStart() throws Exception {
        send(Samples.published(topic, 1, 1, "a"));
        for (int start = 1; start <= 2; start++) {
            int times = start;
            try (Running _ = run(reader("g").fromBeginning())) {
                await().atMost(SOON).untilAsserted(() -> assertThat(told).hasSize(times));
            }
        }
        assertThat(told).containsExactly("a", "a");
    }

    @Test
    void whatFailsIsGivenAgainAndKeepsItsPlace() throws Exception {
        send(Samples.published(topic, 1, 1, "a"), Samples.published(topic, 2, 1, "b"));
        AtomicInteger attempts = new AtomicInteger();

        try (Running _ = run(reader("g").retries(FAST), received -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException("database away");
            }
            told.add(title(received));
        })) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
        }
        assertThat(attempts).hasValue(4);
    }

    @Test
    void whatFailsEachTimeIsToldWithItsPlaceAndSkippedWhereThatIsSaid() throws Exception {
        send(Samples.published(topic, 1, 1, "a"), Samples.published(topic, 2, 1, "b"));
        List<Position> failed = new CopyOnWriteArrayList<>();

        try (Running _ = run(
                reader("g").retries(FAST).onFailure((_, at, failure) -> {
                    assertThat(failure).hasMessage("not this one");
                    failed.add(at);
                    return FailureHandler.Verdict.SKIP;
                }),
                received -> {
                    if (title(received).equals("a")) {
                        throw new IllegalStateException("not this one");
                    }
                    told.add(title(received));
                })) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("b"));
        }
        assertThat(failed).containsExactly(new Position(topic, 0, 0));
        assertThat(committed("g")).isEqualTo(2);
    }

    @Test
    void whatFailsEachTimeStopsTheReadingAndComesAgain() throws Exception {
        send(Samples.published(topic, 1, 1, "a"), Samples.published(topic, 2, 1, "b"));
        Running running = run(reader("g").retries(FAST), received -> {
            if (title(received).equals("b")) {
                throw new IllegalStateException("not this one");
            }
            told.add(title(received));
        });

        assertThatThrownBy(() -> running.end().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(EventNotHandled.class, stopped -> assertThat(stopped.at())
                        .isEqualTo(new Position(topic, 0, 1)));
        assertThat(committed("g")).isEqualTo(1);
        try (Running _ = run(reader("g"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
        }
    }

    @Test
    void aReaderThatWaitsToTryAgainKeepsItsPartitions() throws Exception {
        send(Samples.published(topic, 1, 1, "a"));
        AtomicInteger attempts = new AtomicInteger();
        Connection impatient =
                connection("g").with("max.poll.interval.ms", "1500").with("session.timeout.ms", "6000");

        try (Running _ = run(
                CasewireConsumer.topics(impatient, List.of(topic))
                        .retries(new Retries(3, Duration.ofSeconds(3), Duration.ofSeconds(3))),
                received -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IOException("away");
                    }
                    told.add(title(received));
                })) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a"));
        }
        assertThat(attempts).hasValue(2);
        assertThat(committed("g")).isEqualTo(1);
    }

    @Test
    void aCaseThatMovedIsGoneOnlyForThoseWhoDoNotReadWhereItLives() throws Exception {
        send(
                Samples.published(topic, 1, 1, "here"),
                Samples.published(other, 1, 2, "there"),
                new ProducerRecord<>(topic, Samples.key(1), null),
                Samples.published(topic, 2, 1, "end"),
                Samples.published(other, 3, 1, "end there"));

        try (Running _ = run(reader("one"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("here", "gone", "end"));
        }
        told.clear();
        LocalTable table = new LocalTable();
        try (CasewireConsumer reader = CasewireConsumer.topics(connection("both"), List.of(other, topic))
                        .handle(table::on);
                Running _ = Running.of(reader)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(table.titles())
                    .isEqualTo(Map.of(Samples.key(1), "there", Samples.key(2), "end", Samples.key(3), "end there")));
        }
    }

    @Test
    void theSampleKeepsATableOfTheCasesOfAllDomainsAndLeavesDeadLettersAlone(@TempDir Path folder) throws Exception {
        // names of its own beside the topics of other tests
        String trade = "casewire.case.trade";
        String later = "casewire.case.a-domain-of-later";
        create(trade, later, trade + "-dlt");
        Files.writeString(
                folder.resolve("client.properties"),
                "bootstrap.servers=" + SharedKafka.bootstrapServers() + "\ngroup.id=" + prefix + "customs\n");
        send(
                Samples.published(trade, 1, 1, "一"),
                Samples.published(later, 2, 1, "二"),
                new ProducerRecord<>(trade + "-dlt", "x", new byte[] {1}));
        AtomicBoolean caughtUp = new AtomicBoolean();
        LocalTable table = new LocalTable();

        try (CasewireConsumer reader = table.reader(Connection.folder(folder), () -> caughtUp.set(true));
                Running _ = Running.of(reader)) {
            await().atMost(SOON).untilTrue(caughtUp);
            assertThat(table.titles()).isEqualTo(Map.of(Samples.key(1), "一", Samples.key(2), "二"));
            send(Samples.published(trade, 1, 2, "一改"));
            await().atMost(SOON).untilAsserted(() -> assertThat(table.titles()).containsEntry(Samples.key(1), "一改"));
        }
    }

    @Test
    void theSdkOfCloudEventsReadsTheSameWithAllExtensions() throws Exception {
        ProducerRecord<String, byte[]> sent = Samples.published(topic, 1, 1, "a");
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            CloudEvent event = sdk.deserialize(topic, sent.headers(), sent.value());
            Received.Known ours = (Received.Known) Received.of(Samples.read(sent));

            assertThat(event.getId()).isEqualTo(ours.envelope().id());
            assertThat(event.getType()).isEqualTo(ours.attributes().get("type"));
            assertThat(event.getExtensionNames())
                    .containsExactlyInAnyOrder("correlationid", "recordedtime", "backfill");
            event.getExtensionNames().forEach(name -> assertThat(event.getExtension(name))
                    .isEqualTo(ours.attributes().get(name)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onceClosedItDoesNotRun(boolean hasRun) throws Exception {
        send(Samples.published(topic, 1, 1, "a"));
        CasewireConsumer reader = reader("g").handle((received, _) -> told.add(title(received)));
        if (hasRun) {
            try (Running _ = Running.of(reader)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(told).containsExactly("a"));
            }
        } else {
            reader.close();
        }
        reader.close();

        assertThatThrownBy(reader::run).isInstanceOf(IllegalStateException.class);
    }

    private Running run(CasewireConsumer.Builder reader) {
        return run(reader, received -> told.add(title(received)));
    }

    private static Running run(CasewireConsumer.Builder reader, Handling handling) {
        return Running.of(reader.handle((received, _) -> handling.on(received)));
    }

    private CasewireConsumer.Builder reader(String group) {
        return CasewireConsumer.topics(connection(group), List.of(topic));
    }

    private Connection connection(String group) {
        return Connection.broker(SharedKafka.bootstrapServers(), prefix + group);
    }

    private static String title(Received received) {
        return switch (received) {
            case Received.Known known -> ((CaseEvent) known.event()).content().title();
            case Received.Unknown unknown -> unknown.reason();
            case Received.Tombstone _ -> "gone";
        };
    }

    private long committed(String group) throws Exception {
        try (Admin admin = Admin.create(admin())) {
            return Objects.requireNonNull(admin.listConsumerGroupOffsets(prefix + group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition(topic, 0)))
                    .offset();
        }
    }

    private static void create(String... topics) throws Exception {
        try (Admin admin = Admin.create(admin())) {
            admin.createTopics(List.of(topics).stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    @SafeVarargs
    private static void send(ProducerRecord<String, byte[]>... records) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(admin(), new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    private static Map<String, Object> admin() {
        return Map.of("bootstrap.servers", SharedKafka.bootstrapServers());
    }

    private interface Handling {
        void on(Received received) throws Exception;
    }

    /** A reading in a thread of its own. */
    private record Running(CasewireConsumer reader, CompletableFuture<Void> end) implements AutoCloseable {
        static Running of(CasewireConsumer reader) {
            return new Running(reader, CompletableFuture.runAsync(reader::run, Thread::startVirtualThread));
        }

        @Override
        public void close() {
            reader.close();
            end.join();
        }
    }
}
