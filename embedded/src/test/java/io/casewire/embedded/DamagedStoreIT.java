package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged store file ends the start with a sentence: which file, what is wrong, what to do. */
class DamagedStoreIT {
    private static final int HEADS = 2 * 4096;

    @TempDir
    private static Path sound;

    private static byte[] closedInOrder = {};
    private static byte[] killed = {};
    private static byte[] acknowledged = {};

    @TempDir
    private Path directory;

    @BeforeAll
    static void aSoundFile() throws IOException {
        Path file = sound.resolve("store.mv");
        try (EmbeddedStore store = EmbeddedStore.open(sound, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> cases = client.getDatabase("catalog").getCollection("cases");
            cases.createIndex(Indexes.ascending("region", "at"));
            Random random = new Random(1);
            byte[] noise = new byte[1500];
            for (int round = 0; round < 20; round++) {
                int from = round * 50;
                cases.insertMany(IntStream.range(from, from + 50)
                        .mapToObj(i -> {
                            random.nextBytes(noise);
                            return new Document("_id", "c" + i)
                                    .append("region", i % 21)
                                    .append("at", i)
                                    .append("text", HexFormat.of().formatHex(noise));
                        })
                        .toList());
            }
            killed = Files.readAllBytes(file);
            acknowledged = Files.readAllBytes(sound.resolve("store.mv.acknowledged"));
        }
        closedInOrder = Files.readAllBytes(file);
    }

    @Test
    void theSameFilesUndamagedStart() throws IOException {
        for (byte[] bytes : new byte[][] {closedInOrder, killed}) {
            write(bytes);
            assertThat(documents()).isEqualTo(1000);
        }
    }

    @Test
    void anOperatorMayGoOnWithWhatIsLeft() throws IOException {
        write(Arrays.copyOf(killed, killed.length * 2 / 3));
        assertIsNamed();
        Files.delete(directory.resolve("store.mv.acknowledged"));
        assertThat(documents()).isBetween(1L, 999L);
        assertThat(documents()).isBetween(1L, 999L);
    }

    static Stream<Integer> placesToCut() {
        return Stream.concat(
                Stream.of(1, 100, 4095, 4096, 4097, HEADS - 1, HEADS, HEADS + 1, closedInOrder.length / 2),
                new Random(7).ints(20, HEADS, closedInOrder.length - 4096).boxed());
    }

    @ParameterizedTest
    @MethodSource("placesToCut")
    void aFileCutOffAnywhereIsNamed(int length) throws IOException {
        write(Arrays.copyOf(closedInOrder, length));
        assertIsNamed();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFileCutOffAfterAKillIsNamed(int seed) throws IOException {
        write(Arrays.copyOf(killed, new Random(seed).nextInt(1, killed.length * 3 / 4)));
        assertIsNamed();
    }

    @Test
    void anEmptyFileIsNoNewStore() throws IOException {
        write(new byte[0]);
        assertIsNamed();
        assertThat(directory.resolve("store.mv")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "noise", "text"})
    void aFileOfAnotherKindIsNamed(String kind) throws IOException {
        byte[] bytes = new byte[100_000];
        switch (kind) {
            case "noise" -> new Random(3).nextBytes(bytes);
            case "text" -> Arrays.fill(bytes, (byte) 'x');
            default -> Arrays.fill(bytes, (byte) 0);
        }
        write(bytes);
        assertIsNamed();
    }

    @Test
    void aHoleInTheMiddleIsNamed() throws IOException {
        byte[] bytes = closedInOrder.clone();
        Arrays.fill(bytes, HEADS, bytes.length - 4096, (byte) 0);
        write(bytes);
        assertIsNamed();
    }

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippedBytesGiveTheSentenceOrTheStoreButNoOtherEnd(int seed) throws IOException {
        byte[] bytes = closedInOrder.clone();
        Random random = new Random(seed);
        for (int flips = 0; flips < 400; flips++) {
            bytes[random.nextInt(HEADS, bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        write(bytes);
        try {
            EmbeddedStore.open(directory, 0).close();
        } catch (IllegalStateException _) {
            assertIsNamed();
        }
    }

    @Test
    void destroyedHeadsAreNamed() throws IOException {
        byte[] bytes = closedInOrder.clone();
        bytes[20] ^= 1;
        bytes[4096 + 20] ^= 1;
        write(bytes);
        assertIsNamed();
    }

    @Test
    void aStoreThatH2ClosesByItselfSaysThatItHasEnded() throws IOException {
        write(closedInOrder);
        AtomicReference<MVStore> file = new AtomicReference<>();
        DurableBackend backend = new StoreFile(directory.resolve("store.mv")).open((store, acknowledged) -> {
            file.set(store);
            return new DurableBackend(store, acknowledged, DiskSpace.unwatched(), null);
        });
        assertThat(backend.ended()).isNotDone();

        // as it does where the file cannot be read
        Objects.requireNonNull(file.get()).closeImmediately();

        assertThat(backend.ended())
                .succeedsWithin(Duration.ofSeconds(20))
                .asString()
                .contains("The store has ended");
        backend.close();
    }

    @Test
    void aStoreThatIsClosedInOrderHasNotEnded() throws IOException {
        write(closedInOrder);
        EmbeddedStore store = EmbeddedStore.open(directory, 0);
        store.close();
        assertThat(store.ended()).isNotDone();
    }

    private void assertIsNamed() {
        assertThatThrownBy(() -> EmbeddedStore.open(directory, 0))
                .isInstanceOf(DamagedStore.class)
                .message()
                .contains(directory.resolve("store.mv").toString(), "is damaged: ", "restore a backup")
                .doesNotContain("null")
                .doesNotContainPattern("Exception|Error|\\b(java|org)\\.");
    }

    private long documents() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            return client.getDatabase("catalog").getCollection("cases").countDocuments();
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(directory.resolve("store.mv.acknowledged"), acknowledged);
        Files.write(directory.resolve("store.mv"), bytes);
    }
}
