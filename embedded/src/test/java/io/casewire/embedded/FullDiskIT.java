package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and store on a small disk that somebody fills and clears again. */
class FullDiskIT {
    private static final long RESERVE = 64L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path parent;

    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectories(parent.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", disk.toString()))
                .as("only root may mount a small disk, on a system that lets it")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void bothRefuseWhileItIsFullAndGoOnByThemselves() throws Exception {
        try (DiskSpace space = DiskSpace.watch(disk, RESERVE);
                EmbeddedKafka kafka = EmbeddedKafka.start(disk.resolve("kafka"), 0, space, null);
                EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"), 0, space, null);
                MongoClient client = MongoClients.create(store.connectionString());
                Producer<byte[], byte[]> producer = producer(kafka)) {
            MongoCollection<Document> documents = client.getDatabase("ingest").getCollection("blobs");
            Topic.create(kafka.bootstrapServers(), "t").close();
            documents.insertOne(new Document("_id", "before"));
            send(producer, 1000);
            await().atMost(PATIENCE).until(() -> Files.exists(disk.resolve("ballast")));

            fill();
            await().atMost(PATIENCE).until(space::isShort);
            assertThatThrownBy(() -> documents.insertOne(new Document("_id", "full")))
                    .isInstanceOfSatisfying(
                            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(14031))
                    .hasMessageContaining("nearly full");
            assertThat(documents.find().first()).containsEntry("_id", "before");
            assertThatThrownBy(() -> send(producer, 1000)).hasCauseInstanceOf(TopicAuthorizationException.class);
            // long enough for everything that broker and store write by themselves
            TimeUnit.SECONDS.sleep(12);

            Files.delete(disk.resolve("others"));
            await().atMost(PATIENCE).until(() -> !space.isShort());
            documents.insertOne(new Document("_id", "after"));
            assertThat(documents.countDocuments()).isEqualTo(2);
            send(producer, 1000);
            await().atMost(PATIENCE).until(() -> Files.exists(disk.resolve("ballast")));
        }
    }

    @Test
    void aCommitThatMeetsAFullDiskWaitsAndIsWhole() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"), 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> documents = client.getDatabase("ingest").getCollection("blobs");
            documents.insertOne(new Document("_id", 0));
            fill();
            byte[] noise = new byte[4 << 20];
            new Random(1).nextBytes(noise);
            Thread writer = Thread.ofVirtual()
                    .start(() -> documents.insertOne(new Document("_id", 1).append("bytes", new Binary(noise))));
            assertThat(writer.join(Duration.ofSeconds(3))).as("written").isFalse();
            Files.delete(disk.resolve("others"));
            assertThat(writer.join(PATIENCE)).as("written").isTrue();
        }
        try (EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"), 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("ingest").getCollection("blobs").countDocuments())
                    .isEqualTo(2);
        }
    }

    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("others"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isLessThan(1 << 20);
        }
    }

    private static void send(Producer<byte[], byte[]> producer, int bytes)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>("t", new byte[bytes])).get();
    }

    private static Producer<byte[], byte[]> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
