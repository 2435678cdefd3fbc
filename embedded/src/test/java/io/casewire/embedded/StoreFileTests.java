package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file whose space was used again: its newest state lies before older chunks that it still needs, and is whole where the file's end
 * is missing.
 */
class StoreFileTests {
    private static final int VALUES = 600;
    private static final int GONE = 200;
    private static final int VALUE_BYTES = 6000;
    // few chunks: what H2 knows of them has room in one page, which each state writes anew
    private static final int COMMITTED_AT_ONCE = 150;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void aFileWithChurn() {
        file = directory.resolve("store.mv");
        new StoreFile(file).open((store, acknowledged) -> {
            store.setRetentionTime(0);
            Random random = new Random(11);
            MVMap<Integer, byte[]> map = store.openMap("documents");
            for (int key = 0; key < VALUES; key++) {
                map.put(key, noise(random));
                if (key % COMMITTED_AT_ONCE == 0) {
                    store.commit();
                }
            }
            for (int key = 0; key < GONE; key++) {
                map.remove(key);
            }
            store.commit();
            // more than the newest 20 chunks, which H2 looks at itself
            for (int key = GONE; key < GONE + 28; key++) {
                map.put(key, noise(random));
                acknowledged.write(store.commit());
            }
            // in order, but as H2 closes when there is no time to move everything to the front
            store.close();
            acknowledged.close();
            return store;
        });
    }

    @Test
    void anUncutFileHoldsEverything() {
        assertThat(values()).isEqualTo(VALUES - GONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99})
    void aFileCutBehindItsNewestStateIsNamed(double part) throws IOException {
        cut(Math.round(Files.size(file) * part));

        assertThatThrownBy(this::values).isInstanceOf(DamagedStore.class).hasMessageContaining("store.mv is damaged: ");
    }

    /** Read after the opening only: what fails in it would be damage anyhow. */
    private long values() {
        record Opened(MVStore store, Acknowledged acknowledged) {}
        Opened opened = new StoreFile(file).open(Opened::new);
        try (MVStore store = opened.store();
                Acknowledged _ = opened.acknowledged()) {
            MVMap<Integer, byte[]> map = store.openMap("documents");
            return map.values().stream()
                    .filter(value -> value.length == VALUE_BYTES)
                    .count();
        }
    }

    private void cut(long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[VALUE_BYTES];
        random.nextBytes(noise);
        return noise;
    }
}
