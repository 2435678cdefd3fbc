package io.casewire.messaging.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.DiskSpace;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ContinuityIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String GROUP = "continuity-it-tasks";
    private static final String MARKER = GROUP + "-continuity";
    private static final TopicPartition TASKS = new TopicPartition(Topics.TASK.name(), 0);

    @TempDir
    private Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private EmbeddedKafka kafka;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final RecordedParts parts = new RecordedParts();
    private @Nullable Continuity looking;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("service");
        kafka = EmbeddedKafka.start(folder.resolve("first"));
        publish(5);
    }

    @AfterEach
    void stop() {
        if (looking != null) {
            looking.stop();
        }
        kafka.close();
        client.close();
        store.close();
    }

    @Test
    void aNewServiceIsPermittedAndRemembersTheLog() {
        look(false);

        await().atMost(SOON).until(() -> continuity().permission().isDone());
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(new ContinuityStore(() -> database, Set.of("state")).memory())
                .isNotNull();
    }

    @Test
    void aStoreWithoutRoomForWhatIsRememberedHoldsNobody() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (EmbeddedStore before = EmbeddedStore.open(disk, 0);
                MongoClient its = MongoClients.create(before.connectionString())) {
            its.getDatabase("service").getCollection("cases").insertOne(new Document("_id", 1));
        }
        try (DiskSpace space = DiskSpace.watch(disk, Long.MAX_VALUE / 4);
                EmbeddedStore full = EmbeddedStore.open(disk, 0, space, null);
                MongoClient its = MongoClients.create(full.connectionString())) {
            database = its.getDatabase("service");

            look(false);

            await().atMost(SOON).until(() -> continuity().permission().isDone());
            assertThat(health().getStatus()).isEqualTo(Status.UP);
            assertThat(new ContinuityStore(() -> database, Set.of("state")).memory())
                    .isNull();
            continuity().stop();
        }
    }

    @Test
    void anotherLogHoldsTheServiceUntilAnOperatorAcceptsIt() throws Exception {
        look(false);
        await().atMost(SOON).until(() -> continuity().permission().isDone());
        continuity().stop();
        kafka.close();
        kafka = EmbeddedKafka.start(folder.resolve("second"));
        publish(1);

        look(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(continuity().permission()).isNotDone();
        assertThat(health().getDetails())
                .extractingByKey("missing")
                .asString()
                .contains("with 1 events", "and 5 events");

        accept();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
        assertThat(continuity().permission()).isDone();
        assertThat(finding()).isEmpty();
    }

    @Test
    void anEmptyStoreHoldsAServiceThatHadReadTheLog() throws Exception {
        read(5);

        look(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(finding()).hasValueSatisfying(found -> assertThat(found.getString("missing"))
                .contains("store of this service is empty", "5 events"));
    }

    @Test
    void anEmptyStoreOfAVersionThatDidNotRememberIsNoLossOnce() throws Exception {
        readBefore(5);

        look(false);

        await().atMost(SOON).until(() -> continuity().permission().isDone());
        assertThat(finding()).isEmpty();
        await().atMost(SOON).untilAsserted(() -> {
            try (Admin admin = admin()) {
                assertThat(admin.listConsumerGroupOffsets(MARKER)
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .isNotEmpty();
            }
        });
        continuity().stop();
        database.drop();

        look(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(finding()).isPresent();
    }

    @Test
    void aStoreThatTheLogCanFillIsFilledFromItsStart() throws Exception {
        read(5);

        look(true);

        await().atMost(SOON).until(() -> continuity().permission().isDone());
        try (Admin admin = admin()) {
            assertThat(admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isEmpty();
        }
    }

    @Test
    void whatAStartNotesOfItselfHidesNoLoss() throws Exception {
        read(5);
        database.getCollection("state").insertOne(new Document("_id", "comparable-key").append("version", 3));

        look(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(finding()).isPresent();
    }

    @Test
    void aDatabaseDroppedWhileTheServiceRunsIsPreparedAndFilledAgain() throws Exception {
        read(5);
        database.getCollection("cases").insertOne(new Document("_id", 1));
        parts.preparations.add(() -> {
            steps.add("prepare");
            database.getCollection("state").insertOne(new Document("_id", "begun"));
        });
        look(true);
        await().atMost(SOON).until(() -> continuity().permission().isDone());
        assertThat(steps).isEmpty();

        database.drop();
        // an event that came just then makes the store look used
        database.getCollection("cases").insertOne(new Document("_id", 2));

        await().atMost(SOON).until(() -> steps.contains("resume"));
        assertThat(steps).containsExactly("pause: DOWN", "prepare", "resume");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
        try (Admin admin = admin()) {
            assertThat(admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isEmpty();
        }
    }

    @Test
    void aDroppedDatabaseThatOnlyAStartCanFillHoldsTheService() throws Exception {
        read(5);
        look(true);
        await().atMost(SOON).until(() -> continuity().permission().isDone());
        read(5);

        database.drop();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(health().getDetails()).extractingByKey("remedy").asString().contains("Start this service again");
    }

    @Test
    void aDroppedDatabaseThatNothingCanFillWaitsForAnOperator() throws Exception {
        database.getCollection("subscriptions").insertOne(new Document("_id", 1));
        look(false);
        await().atMost(SOON).until(() -> continuity().permission().isDone());
        read(5);

        database.drop();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
        accept();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void retentionIsNoLoss() throws Exception {
        look(false);
        await().atMost(SOON).until(() -> continuity().permission().isDone());
        continuity().stop();
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(TASKS, RecordsToDelete.beforeOffset(5)))
                    .all()
                    .get();
        }

        look(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
    }

    private void look(boolean rebuilds) {
        Continuity continuity = new Continuity(
                new ContinuityStore(() -> database, Set.of("state")),
                new LogInspector(Map.of("bootstrap.servers", kafka.bootstrapServers()), List.of(GROUP), MARKER),
                parts,
                rebuilds,
                Duration.ofSeconds(1),
                InstantSource.system());
        looking = continuity;
        continuity.start();
    }

    private Continuity continuity() {
        return Objects.requireNonNull(looking);
    }

    private Health health() {
        return new ContinuityHealth(continuity()).health();
    }

    private Optional<Document> finding() {
        return Optional.ofNullable(database.getCollection(ContinuityStore.COLLECTION)
                .find(new Document("_id", ContinuityStore.FINDING))
                .first());
    }

    private void accept() {
        String key = finding().orElseThrow().getString(ContinuityStore.KEY);
        database.getCollection(ContinuityStore.COLLECTION)
                .insertOne(new Document("_id", ContinuityStore.DECISION).append(ContinuityStore.KEY, key));
    }

    private void publish(int events) throws Exception {
        try (Admin admin = admin();
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TASKS.topic(), 1, (short) 1)))
                    .all()
                    .get();
            for (int i = 0; i < events; i++) {
                producer.send(new ProducerRecord<>(TASKS.topic(), "key", "value"))
                        .get();
            }
        }
    }

    /** As a service that remembers the log has. */
    private void read(long to) throws Exception {
        readBefore(to);
        commit(MARKER, 0);
    }

    /** As one of a version that did not remember it yet. */
    private void readBefore(long to) throws Exception {
        commit(GROUP, to);
    }

    private void commit(String group, long to) throws Exception {
        try (Admin admin = admin()) {
            admin.alterConsumerGroupOffsets(group, Map.of(TASKS, new OffsetAndMetadata(to)))
                    .all()
                    .get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Writes down what is asked of it. */
    private final class RecordedParts implements Continuity.Parts, Readers {
        private final List<StorePreparation> preparations = new CopyOnWriteArrayList<>();

        @Override
        public Readers readers() {
            return this;
        }

        @Override
        public List<StorePreparation> preparations() {
            return preparations;
        }

        @Override
        public void pause() {
            steps.add("pause: " + health().getStatus());
        }

        @Override
        public void resume() {
            steps.add("resume");
        }
    }
}
