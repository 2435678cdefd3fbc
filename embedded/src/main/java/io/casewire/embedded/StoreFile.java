package io.casewire.embedded;

import io.casewire.embedded.store.UnknownStoreFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The file that a store is kept in. H2 opens a file that lost its end at the newest state that is still whole, and an empty one as a
 * new store: both would pass for sound with what was acknowledged gone. So what was acknowledged ({@link Acknowledged}) and
 * what the file's head says are held against what H2 finds.
 */
final class StoreFile {
    private static final int CACHE_MEGABYTES = 32;
    // a commit rewrites whole pages: a quarter of H2's page, compressed, writes a third and commits twice as often
    private static final int PAGE_BYTES = 4096;
    // H2's unit of a file; a head and its copy take one each
    private static final int BLOCK = 4096;
    private static final int HEAD_COPIES = 2;
    // how the layout's entries of chunks begin
    private static final String CHUNK = "chunk.";

    private final Path path;
    private final Acknowledged acknowledged;

    StoreFile(Path path) {
        this.path = path;
        this.acknowledged = new Acknowledged(path.resolveSibling(path.getFileName() + ".acknowledged"));
    }

    /**
     * Opens it and makes something of it; a missing file is a new store.
     *
     * @throws DirectoryInUse when the file is open elsewhere
     * @throws DamagedStore when it is not what was written
     * @throws UnknownStoreFormat when a later version has written it
     */
    <T> T open(BiFunction<MVStore, Acknowledged, T> use) {
        long promised = newestVersionOfHead();
        MVStore store = null;
        try {
            store = mvStore();
            requireAllOf(promised, store);
            requireWhole(store);
            acknowledged.open();
            return use.apply(store, acknowledged);
        } catch (UnknownStoreFormat | DamagedStore | DirectoryInUse | UncheckedIOException e) {
            release(store);
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // what is read from damaged pages fails in any way, and where assertions are on in one more
            release(store);
            if (promised < 0) {
                throw e;
            }
            throw new DamagedStore(path, "what it holds does not fit together", e);
        }
    }

    private MVStore mvStore() {
        MVStore.Builder settings = new MVStore.Builder()
                .fileName(PatientFile.name(path))
                .cacheSize(CACHE_MEGABYTES)
                .compress()
                .pageSplitSize(PAGE_BYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0);
        try {
            return PatientFile.open(settings::open);
        } catch (MVStoreException e) {
            throw switch (e.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> new DirectoryInUse(path);
                case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                    new DamagedStore(path, "its head is that of another kind of file", e);
                case DataUtils.ERROR_READING_FAILED -> new DamagedStore(path, "it ends too early", e);
                default -> e;
            };
        }
    }

    private void requireAllOf(long promised, MVStore store) {
        long found = store.getCurrentVersion();
        if (found < promised) {
            throw new DamagedStore(
                    path, "its newest whole state is number %d, and it once held %d".formatted(found, promised), null);
        }
        if (promised >= 0 && found < acknowledged.newest()) {
            throw new DamagedStore(
                    path,
                    "its newest whole state is number %d, and writes up to %d were acknowledged (to go on without them, as after a power cut, delete %s)"
                            .formatted(found, acknowledged.newest(), acknowledged),
                    null);
        }
    }

    /**
     * H2 writes where there is room, so the newest state may lie before what older ones left behind it: that it is whole says nothing of
     * the chunks it still points to.
     */
    private void requireWhole(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long needed = 0;
        for (Map.Entry<String, String> entry : store.getLayoutMap().entrySet()) {
            if (entry.getKey().startsWith(CHUNK)) {
                Chunk<?> chunk = file.createChunk(entry.getValue());
                // one without live pages may go before the layout says so
                if (chunk.maxLenLive > 0) {
                    needed = Math.max(needed, (chunk.block + chunk.len) * BLOCK);
                }
            }
        }
        long length = length();
        if (length < needed) {
            throw new DamagedStore(
                    path,
                    "it ends too early: it has %d bytes, and what it holds goes up to %d".formatted(length, needed),
                    null);
        }
    }

    private long length() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell the length of the store's file " + path, e);
        }
    }

    /** Number of a state that the file held; -1 for a new file. */
    private long newestVersionOfHead() {
        if (!Files.exists(path)) {
            return -1;
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new UncheckedIOException(
                    new IOException("The store's file " + path + " may not be read and written by this user"));
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                throw new DamagedStore(path, "it is empty (if nothing was ever stored, delete it)", null);
            }
            long newest = -1;
            for (int copy = 0; copy < HEAD_COPIES; copy++) {
                newest = Math.max(newest, version(block(file, copy)));
            }
            if (newest < 0) {
                throw new DamagedStore(path, "both copies of its head are destroyed", null);
            }
            return newest;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the store's file " + path, e);
        }
    }

    private static byte[] block(RandomAccessFile file, int number) throws IOException {
        byte[] block = new byte[BLOCK];
        file.seek((long) number * BLOCK);
        try {
            file.readFully(block);
        } catch (EOFException e) {
            return new byte[0];
        }
        return block;
    }

    /** Of the state a head knows of; -1 for a block whose checksum does not hold. */
    private static long version(byte[] block) {
        String text = new String(block, StandardCharsets.ISO_8859_1).trim();
        int sum = text.lastIndexOf(",fletcher:");
        try {
            if (sum < 0
                    || DataUtils.getFletcher32(block, 0, sum)
                            != DataUtils.parseHexInt(text.substring(sum + ",fletcher:".length()))) {
                return -1;
            }
            Map<String, String> head = DataUtils.parseMap(text.substring(0, sum));
            // absent until it is written for the second time
            return DataUtils.readHexLong(head, "version", 0);
        } catch (MVStoreException | NumberFormatException e) {
            return -1;
        }
    }

    private void release(@Nullable MVStore store) {
        acknowledged.close();
        if (store != null) {
            // or the file stays locked
            store.closeImmediately();
        }
    }
}
