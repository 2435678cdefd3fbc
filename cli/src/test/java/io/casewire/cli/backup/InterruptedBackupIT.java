package io.casewire.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.casewire.cli.Casewire;
import io.casewire.cli.Tool;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment with more originals than one message of the store's protocol holds (48 MB): backed up whole or not at all. */
class InterruptedBackupIT {
    private static final int BLOBS = 64;
    private static final int BYTES = 1 << 20;

    @TempDir
    private static Path folder;

    private static EmbeddedKafka broker;
    private static EmbeddedStore store;

    private Path parent;
    private Path copy;

    @BeforeAll
    static void originals() {
        broker = EmbeddedKafka.start(folder.resolve("kafka"));
        store = EmbeddedStore.open(folder.resolve("store"), 0);
        Random random = new Random(1);
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> blobs = client.getDatabase("ingest").getCollection("blobs");
            for (int i = 0; i < BLOBS; i++) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                blobs.insertOne(new Document("_id", i).append("bytes", new Binary(bytes)));
            }
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
        store.close();
    }

    @BeforeEach
    void anEmptyPlace() throws IOException {
        parent = Files.createTempDirectory(folder, "backups");
        copy = parent.resolve("today");
    }

    @Test
    void moreOriginalsThanAMessageHoldsComeBackAsTheyWere() {
        Tool backup = tool("backup", copy, store, "--wait", "10");
        assertThat(backup.status()).as(backup.said()).isZero();
        assertThat(entries(parent)).containsExactly(copy);
        try (EmbeddedKafka otherBroker = EmbeddedKafka.start(parent.resolve("kafka"));
                EmbeddedStore other = EmbeddedStore.open(parent.resolve("store"), 0)) {
            Tool restore = tool("restore", copy, otherBroker, other);
            assertThat(restore.status()).as(restore.said()).isZero();
            assertThat(sizes(other)).isEqualTo(sizes(store)).hasSize(BLOBS);
        }
    }

    @Test
    void anEmptyFolderThatIsThereIsFilled() throws IOException {
        Files.createDirectory(copy);
        Tool backup = tool("backup", copy, store);
        assertThat(backup.status()).as(backup.said()).isZero();
        assertThat(entries(copy).stream().map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("databases", "manifest.json");
    }

    @Test
    void whereTheStoreGoesAwayNothingIsLeft() throws Exception {
        CompletableFuture<Tool> backup;
        try (EmbeddedStore failing = EmbeddedStore.open(copyOf("store"), 0)) {
            backup = CompletableFuture.supplyAsync(() -> tool("backup", copy, failing, "--wait", "1"));
            await().atMost(Duration.ofSeconds(60)).until(() -> draft().isPresent());
        }
        assertThat(backup.get(60, TimeUnit.SECONDS).status()).isEqualTo(1);
        assertThat(entries(parent)).isEmpty();
    }

    @Test
    void whatAKillLeavesIsNoBackupAndInNobodysWay() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedBackupIT.class.getName(),
                        "backup",
                        copy.toString(),
                        "--kafka",
                        broker.bootstrapServers(),
                        "--mongo",
                        store.connectionString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "killed.log"))
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> draft().isPresent());
        } finally {
            process.destroyForcibly();
        }
        process.waitFor(30, TimeUnit.SECONDS);

        assertThat(copy).doesNotExist();
        Path left = draft().orElseThrow();
        assertThat(left.getFileName().toString()).startsWith(".today.incomplete-");
        assertThat(tool("restore", left, store).said()).contains("holds no backup");
        Tool again = tool("backup", copy, store);
        assertThat(again.status()).as(again.said()).isZero();
    }

    @Test
    void whatAKillLeftInAFolderIsNamed() throws IOException {
        Files.createDirectories(copy.resolve(".incomplete-123/databases"));
        Tool backup = tool("backup", copy, store);
        assertThat(backup.status()).isEqualTo(1);
        assertThat(backup.said()).contains("holds .incomplete-123, which an interrupted backup left there");
    }

    /** The command in a JVM of its own. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(Casewire.run(out, out, arguments));
    }

    /** What is being written, once something of the blobs is there. */
    private Optional<Path> draft() throws IOException {
        for (Path entry : entries(parent)) {
            Path blobs = entry.resolve("databases/ingest/blobs.bson.gz");
            if (entry.getFileName().toString().startsWith(".") && Files.exists(blobs) && Files.size(blobs) > 0) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Path copyOf(String name) throws IOException {
        Path copied = Files.createTempDirectory(folder, name);
        try (EmbeddedStore fresh = EmbeddedStore.open(copied, 0);
                MongoClient from = MongoClients.create(store.connectionString());
                MongoClient to = MongoClients.create(fresh.connectionString())) {
            from.getDatabase("ingest")
                    .getCollection("blobs")
                    .find()
                    .forEach(to.getDatabase("ingest").getCollection("blobs")::insertOne);
        }
        return copied;
    }

    private static List<Integer> sizes(EmbeddedStore kept) {
        try (MongoClient client = MongoClients.create(kept.connectionString())) {
            return client.getDatabase("ingest")
                    .getCollection("blobs")
                    .find()
                    .map(document ->
                            Arrays.hashCode(document.get("bytes", Binary.class).getData()))
                    .into(new ArrayList<>());
        }
    }

    private static List<Path> entries(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Tool tool(String command, Path copy, EmbeddedStore kept, String... more) {
        return tool(command, copy, broker, kept, more);
    }

    private static Tool tool(String command, Path copy, EmbeddedKafka kafka, EmbeddedStore kept, String... more) {
        List<String> all = new ArrayList<>(List.of(
                command, copy.toString(), "--kafka", kafka.bootstrapServers(), "--mongo", kept.connectionString()));
        all.addAll(List.of(more));
        return Tool.run(all.toArray(String[]::new));
    }
}
