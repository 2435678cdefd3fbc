package io.casewire.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.cli.Tool;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.topic.TopicState;
import io.casewire.cli.topic.WantedTopic;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One backup of a small deployment, restored into others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    private static final String TOPIC = Topics.cases(Domain.TRADE).name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(Topics.OBLIGATION.name(), 1);

    @TempDir
    private static Path folder;

    private static EmbeddedKafka broker;
    private static EmbeddedKafka otherBroker;
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    private static final EmbeddedStore OTHER_STORE = EmbeddedStore.inMemory();

    @BeforeAll
    static void aDeploymentThatHasLived() throws Exception {
        broker = EmbeddedKafka.start(folder.resolve("kafka"));
        otherBroker = EmbeddedKafka.start(folder.resolve("other-kafka"));
        try (Admin admin = admin(broker)) {
            Answer.of(admin.createTopics(WantedTopic.all().stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                            .toList())
                    .all());
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(broker), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 10; i++) {
                ProducerRecord<String, String> record =
                        new ProducerRecord<>(TOPIC, 0, 1_700_000_000_000L + i, "key" + i, i == 7 ? null : "值" + i);
                record.headers().add("ce_id", ("id" + i).getBytes(StandardCharsets.UTF_8));
                record.headers().add("nothing", null);
                producer.send(record).get();
            }
            producer.send(new ProducerRecord<>(SECOND.topic(), SECOND.partition(), "o", "obligation"))
                    .get();
        }
        try (Admin admin = admin(broker)) {
            // as if the first three had gone by age
            Answer.of(admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(3)))
                    .all());
            Answer.of(admin.alterConsumerGroupOffsets("casewire-notify-cases", at(10))
                    .all());
            Answer.of(admin.alterConsumerGroupOffsets("casewire-notify-continuity", at(0))
                    .all());
            Answer.of(admin.alterConsumerGroupOffsets("casewire-catalog-cases", at(5))
                    .all());
            Answer.of(admin.alterConsumerGroupOffsets("customs", at(1)).all());
        }
        try (MongoClient store = MongoClients.create(STORE.connectionString())) {
            store.getDatabase("ingest").getCollection("blobs").insertMany(many(1200));
            store.getDatabase("notify")
                    .getCollection("subscriptions")
                    .insertOne(new Document("_id", "s").append("agency", "某市商务局"));
            store.getDatabase("notify").getCollection("deliveries").insertOne(new Document("_id", 1L));
        }
        try (MongoClient store = MongoClients.create(STORE.connectionString())) {
            // replication was given nothing, ingest missed something when it was copied, catalog's never compared
            for (String service : List.of("replication", "notify", "ingest")) {
                store.getDatabase(service).getCollection("continuity").insertOne(new Document("_id", "log"));
            }
            store.getDatabase("ingest").getCollection("continuity").insertOne(new Document("_id", "finding"));
        }
        Files.createDirectories(folder.resolve("keys/old"));
        Files.writeString(folder.resolve("keys/private.jwk"), "secret");
        Files.writeString(folder.resolve("keys/old/public.jwk"), "public");
        Tool backup = tool(
                "backup",
                folder.resolve("copy"),
                broker,
                STORE,
                "--keys",
                folder.resolve("keys").toString());
        assertThat(backup.status()).as(backup.said()).isZero();
        assertThat(backup.said())
                .as("notify has read everything; a mark of its is no reader")
                .doesNotContain("notify has not read everything");
    }

    @AfterAll
    static void stop() {
        broker.close();
        otherBroker.close();
        STORE.close();
        OTHER_STORE.close();
    }

    @Test
    @Order(1)
    void onlyItsOwnerReadsABackup() throws IOException {
        assertThat(modes(folder.resolve("copy"))).isEqualTo("rwx------");
        assertThat(modes(folder.resolve("copy/manifest.json"))).isEqualTo("rw-------");
        assertThat(modes(folder.resolve("copy/keys/private.jwk"))).isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void aBackupIsNeverWrittenOverAnother() {
        assertThat(tool("backup", folder.resolve("copy"), broker, STORE).said()).contains("is not empty");
    }

    @Test
    @Order(3)
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path damaged = folder.resolve("damaged");
        PrivateFiles.copy(folder.resolve("copy"), damaged);
        Files.write(
                damaged.resolve("databases/notify/subscriptions.bson.gz"), new byte[] {0}, StandardOpenOption.APPEND);

        Tool restore = tool("restore", damaged, otherBroker, OTHER_STORE);

        assertThat(restore.status()).isEqualTo(1);
        assertThat(restore.said()).contains("damaged: databases/notify/subscriptions.bson.gz has");
        Path file = damaged.resolve("databases/ingest/blobs.bson.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.delete(damaged.resolve("databases/notify/deliveries.bson.gz"));
        Files.writeString(damaged.resolve("keys/another.jwk"), "another's");
        assertThat(tool("restore", damaged, otherBroker, OTHER_STORE).said())
                .contains("databases/ingest/blobs.bson.gz is not what was written")
                .contains("databases/notify/deliveries.bson.gz is missing")
                .contains("keys/another.jwk is none of its files");
        Path manifest = damaged.resolve("manifest.json");
        String json = Files.readString(manifest);
        Files.writeString(manifest, json.replace("databases/notify/deliveries.bson.gz", "x"));
        assertThat(tool("restore", damaged, otherBroker, OTHER_STORE).said())
                .contains("manifest.json is incomplete: it does not note databases/notify/deliveries.bson.gz");
        Files.writeString(manifest, json.substring(0, json.length() / 2));
        assertThat(tool("restore", damaged, otherBroker, OTHER_STORE).said()).contains("manifest.json is damaged");
        Files.delete(manifest);
        assertThat(tool("restore", damaged, otherBroker, OTHER_STORE).said()).contains("holds no backup");
        try (Admin admin = admin(otherBroker)) {
            assertThat(Answer.of(admin.listTopics().names())).isEmpty();
        }
    }

    @Test
    @Order(4)
    void aDeploymentThatHoldsSomethingIsNotTouched() {
        Tool restore = tool("restore", folder.resolve("copy"), broker, STORE);

        assertThat(restore.status()).isEqualTo(1);
        assertThat(restore.said()).contains("holds 1200 documents");
    }

    @Test
    @Order(5)
    void anEmptyDeploymentBecomesWhatTheOtherWas() throws IOException {
        Tool restore = tool(
                "restore",
                folder.resolve("copy"),
                otherBroker,
                OTHER_STORE,
                "--keys",
                folder.resolve("new/keys").toString());

        assertThat(restore.status()).as(restore.said()).isZero();
        assertSame(otherBroker, OTHER_STORE);
        assertThat(folder.resolve("new/keys/old/public.jwk")).hasContent("public");
        try (Admin admin = admin(otherBroker)) {
            assertThat(TopicState.of(admin, WantedTopic.all()).sentences()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void aServiceThatMissedNothingFindsItsRestoredStoreToBelongToTheNewLog() {
        try (Admin admin = admin(otherBroker);
                MongoClient client = MongoClients.create(OTHER_STORE.connectionString())) {
            String cluster = Answer.of(admin.describeCluster().clusterId());
            for (String service : List.of("replication", "notify")) {
                Document log = memory(client, service);
                assertThat(log).containsEntry("clusterId", cluster).containsKey("at");
                assertThat(log.getList("ends", Document.class))
                        .contains(new Document("topic", TOPIC)
                                .append("partition", PARTITION.partition())
                                .append("end", 7L))
                        .extracting(end -> end.getString("topic"))
                        .as("topics that %s may look at: others would be missing for it", service)
                        .hasSameElementsAs(topicsOf(service));
            }
            for (String service : List.of("ingest", "catalog")) {
                assertThat(client.getDatabase(service)
                                .getCollection("continuity")
                                .countDocuments())
                        .as(service)
                        .isZero();
            }
        }
    }

    @Test
    @Order(7)
    void whereSomebodyReadsNothingIsRestored() {
        Map<String, Object> settings = new HashMap<>(settings(otherBroker));
        settings.put("group.id", "casewire-catalog-cases");
        try (KafkaConsumer<String, String> service =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            service.subscribe(List.of(TOPIC));
            await().until(() -> {
                service.poll(Duration.ofMillis(200));
                return !service.assignment().isEmpty();
            });

            Tool restore = tool("restore", folder.resolve("copy"), otherBroker, OTHER_STORE, "--force");

            assertThat(restore.said()).contains("services still read as casewire-catalog-cases");
        }
    }

    @Test
    @Order(8)
    void whatIsThereIsReplacedWhenForced() {
        Tool restore = tool("restore", folder.resolve("copy"), otherBroker, OTHER_STORE, "--force");

        assertThat(restore.status()).as(restore.said()).isZero();
        assertSame(otherBroker, OTHER_STORE);
    }

    private static void assertSame(EmbeddedKafka restored, EmbeddedStore store) {
        List<ConsumerRecord<String, String>> records = read(restored, PARTITION);
        assertThat(records.stream().map(record -> record.key()))
                .containsExactly("key3", "key4", "key5", "key6", "key7", "key8", "key9");
        assertThat(records.get(1).value()).isEqualTo("值4");
        assertThat(records.get(1).timestamp()).isEqualTo(1_700_000_000_004L);
        assertThat(records.get(1).headers().lastHeader("ce_id").value())
                .isEqualTo("id4".getBytes(StandardCharsets.UTF_8));
        assertThat(records.get(1).headers().lastHeader("nothing").value()).isNull();
        assertThat(records.get(4).value()).isNull();
        assertThat(read(restored, SECOND)).hasSize(1);
        // three had gone, so positions move by three; a group that had missed them begins with what is left
        assertThat(position(restored, "casewire-notify-cases")).isEqualTo(7);
        assertThat(position(restored, "casewire-catalog-cases")).isEqualTo(2);
        assertThat(position(restored, "customs")).isZero();
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("ingest")
                            .getCollection("blobs")
                            .find()
                            .sort(new Document("_id", 1)))
                    .containsExactlyElementsOf(many(1200));
            assertThat(client.getDatabase("notify")
                            .getCollection("subscriptions")
                            .find()
                            .first())
                    .containsEntry("agency", "某市商务局");
        }
    }

    private static List<String> topicsOf(String service) {
        return ServicePrincipal.all().stream()
                .filter(principal -> principal.name().equals(service))
                .flatMap(principal -> principal.topics().stream())
                .map(Topic::name)
                .toList();
    }

    private static Document memory(MongoClient client, String service) {
        return Objects.requireNonNull(client.getDatabase(service)
                .getCollection("continuity")
                .find(new Document("_id", "log"))
                .first());
    }

    private static Tool tool(String command, Path copy, EmbeddedKafka kafka, EmbeddedStore store, String... more) {
        List<String> all = new ArrayList<>(List.of(
                command, copy.toString(), "--kafka", kafka.bootstrapServers(), "--mongo", store.connectionString()));
        all.addAll(List.of(more));
        return Tool.run(all.toArray(String[]::new));
    }

    private static List<Document> many(int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(
                    new Document("_id", "b" + (10_000 + i)).append("bytes", new Binary(new byte[] {(byte) i, 1})));
        }
        return documents;
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(long offset) {
        return Map.of(PARTITION, new OffsetAndMetadata(offset));
    }

    private static long position(EmbeddedKafka kafka, String group) {
        try (Admin admin = admin(kafka)) {
            OffsetAndMetadata position = Answer.of(
                            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .get(PARTITION);
            return Objects.requireNonNull(position).offset();
        }
    }

    private static List<ConsumerRecord<String, String>> read(EmbeddedKafka kafka, TopicPartition partition) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(settings(kafka));
    }

    private static Map<String, Object> settings(EmbeddedKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
