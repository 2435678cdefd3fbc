package io.casewire.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that waits for room instead of failing. H2 closes a store for good at the first write that fails, with all that was not yet in the
 * file; like this a commit only takes as long as the disk is full.
 */
final class PatientFile extends FileBaseDefault {
    private static final Logger LOG = LoggerFactory.getLogger(PatientFile.class);
    private static final Duration TRIES_EVERY = Duration.ofMillis(200);
    private static final long NOTHING_LEFT = 1L << 20;
    // what is opened meanwhile
    private static final ScopedValue<List<PatientFile>> OPENED = ScopedValue.newInstance();

    private final Path path;
    private final FileChannel file;

    private PatientFile(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** What H2 is given as name for a file to be opened like this. */
    static String name(Path path) {
        return Scheme.NAME + ":" + path;
    }

    /**
     * Has H2 open a file by its {@link #name}. Where that fails the file is closed, and so no longer locked: H2 closes it for the failures that
     * it expects only.
     */
    static MVStore open(Supplier<MVStore> opening) {
        FilePath.register(new Scheme());
        List<PatientFile> opened = new ArrayList<>();
        boolean done = false;
        try {
            MVStore store = ScopedValue.where(OPENED, opened).call(opening::get);
            done = true;
            return store;
        } finally {
            if (!done) {
                opened.forEach(PatientFile::closeQuietly);
            }
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.warn("The store's file {} could not be closed", path, e);
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nobody else is kept waiting with it
    public int write(ByteBuffer bytes, long position) throws IOException {
        for (boolean waits = false; ; waits = true) {
            try {
                return file.write(bytes, position);
            } catch (IOException e) {
                if (!isForWantOfRoom(e)) {
                    throw e;
                }
                if (!waits) {
                    LOG.error("The disk under {} is full: a write waits for room", path);
                }
                sleep();
            }
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // at a place of its own, like the channel's
    public int read(ByteBuffer bytes, long position) throws IOException {
        return file.read(bytes, position);
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    // the system's words are in the system's language
    private boolean isForWantOfRoom(IOException e) {
        String said = String.valueOf(e.getMessage());
        try {
            return said.contains("No space left")
                    || said.contains("quota")
                    || Files.getFileStore(path).getUsableSpace() < NOTHING_LEFT;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static void sleep() throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.sleep(TRIES_EVERY.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for room on the disk");
        }
    }

    /** How H2 finds it: every name that begins so. Public, as H2 makes more of it by reflection. */
    public static final class Scheme extends FilePathWrapper {
        static final String NAME = "patient";

        /** For H2. */
        public Scheme() {}

        @Override
        public FileChannel open(String mode) throws IOException {
            PatientFile file = new PatientFile(Path.of(getBase().toString()), super.open(mode));
            if (OPENED.isBound()) {
                OPENED.get().add(file);
            }
            return file;
        }

        @Override
        public String getScheme() {
            return NAME;
        }
    }
}
