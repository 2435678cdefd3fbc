package io.casewire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that broker and store share. Kafka halts its process when it cannot write, and half a commit ends the store, so
 * both refuse new work while a reserve is still left, and take it again when there is more.
 *
 * <p>Somebody else may eat the reserve too. For that a ballast file is kept, and given up when nothing is left: what is under way
 * then still finds room.
 */
public final class DiskSpace implements AutoCloseable {
    /** Where nobody says how much. */
    public static final long DEFAULT_RESERVE_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);
    // apart from the reserve, or work would begin and stop with every document
    private static final double AGAIN_FROM = 1.25;
    private static final int BALLAST_PART = 8;
    private static final long NOTHING_LEFT = 1L << 20;

    private final Path folder;
    private final long reserve;
    private final LongSupplier usable;
    private final Ballast ballast;
    private final Thread watch;
    private volatile boolean isShort;
    private volatile boolean closed;
    // of the thread only
    private boolean blind;

    DiskSpace(Path folder, long reserve, LongSupplier usable) {
        this.folder = folder;
        this.reserve = reserve;
        this.usable = usable;
        this.ballast = new Ballast(folder.resolve("ballast"), reserve / BALLAST_PART);
        this.watch = Thread.ofPlatform().daemon().name("disk-space").unstarted(this::run);
    }

    /**
     * Looks after the disk under a folder until it is closed.
     *
     * @param reserve bytes that have to stay free; 0 for none, which leaves the disk to itself
     */
    public static DiskSpace watch(Path folder, long reserve) {
        DiskSpace space = new DiskSpace(folder, reserve, () -> usable(folder));
        if (reserve > 0) {
            space.look();
            space.watch.start();
        }
        return space;
    }

    /** For data that nobody would miss. */
    static DiskSpace unwatched() {
        return new DiskSpace(Path.of(""), 0, () -> Long.MAX_VALUE);
    }

    /** Whether new work has to be refused. */
    public boolean isShort() {
        return isShort;
    }

    /** What to tell whose work is refused. */
    String sentence() {
        return "The disk under %s is nearly full: less than %d MB are free. Nothing new is stored until there is more room"
                .formatted(folder, reserve >> 20);
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
    }

    void look() {
        long free = usable.getAsLong();
        if (free < NOTHING_LEFT && ballast.giveUp()) {
            LOG.error("The disk under {} is full: gave up the ballast so that work under way can end", folder);
        }
        if (!isShort && free < reserve) {
            isShort = true;
            LOG.error("{}; {} MB are left", sentence(), free >> 20);
        } else if (isShort && free >= reserve * AGAIN_FROM) {
            isShort = false;
            LOG.warn("There is room on the disk under {} again ({} MB): work goes on", folder, free >> 20);
        }
        if (!isShort && free >= reserve * AGAIN_FROM + ballast.bytes()) {
            ballast.keep();
        }
    }

    private void run() {
        try {
            while (!closed) {
                TimeUnit.NANOSECONDS.sleep(LOOKS_EVERY.toNanos());
                lookAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be seen now stays as it was. */
    private void lookAgain() {
        try {
            look();
            blind = false;
        } catch (UncheckedIOException e) {
            if (!blind) {
                LOG.warn("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
            }
            blind = true;
        }
    }

    private static long usable(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how much room is left under " + folder, e);
        }
    }
}
