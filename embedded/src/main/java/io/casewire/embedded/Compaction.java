package io.casewire.embedded;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * Each commit appends to the store's file; this gives the space of outdated pages back, a little at a time, while no write is
 * under way. Takes the place of H2's own background thread, which would also commit.
 */
final class Compaction extends TimerTask implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int WANTED_FILL_PERCENT = 60;
    // what one step may rewrite, and with it how long writers wait for it
    private static final int BYTES_PER_STEP = 2 << 20;

    private final MVStore store;
    private final Lock alone;
    private final Timer timer = new Timer("store-compaction", true);
    private final DiskSpace space;
    private final Consumer<RuntimeException> failures;
    private boolean closed;
    private long versionSeen;

    /** @param failures told of every step that failed; the next is tried all the same */
    Compaction(MVStore store, Lock alone, DiskSpace space, Consumer<RuntimeException> failures) {
        this.store = store;
        this.alone = alone;
        this.space = space;
        this.failures = failures;
    }

    void start() {
        timer.schedule(this, PERIOD.toMillis(), PERIOD.toMillis());
    }

    @Override
    public void run() {
        alone.lock();
        try {
            // it writes before it gives back
            if (!closed && !space.isShort() && store.getCurrentVersion() != versionSeen) {
                store.compact(WANTED_FILL_PERCENT, BYTES_PER_STEP);
                store.commit();
                versionSeen = store.getCurrentVersion();
            }
        } catch (RuntimeException e) {
            // or the timer would end with it, unnoticed
            closed = store.isClosed();
            failures.accept(e);
        } finally {
            alone.unlock();
        }
    }

    /** Waits for a step under way; none begins afterwards. */
    @Override
    public void close() {
        timer.cancel();
        alone.lock();
        try {
            closed = true;
        } finally {
            alone.unlock();
        }
    }
}
