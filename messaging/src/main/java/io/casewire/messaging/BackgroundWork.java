package io.casewire.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on as long as the service runs, on a thread of its own. A throwable that ends it, be it an {@link Error}, is
 * told in the log, and the work is begun again after a pause: never healthy and silent.
 */
public final class BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(5);

    private final String name;
    private final Runnable work;
    private final Duration pause;
    // guarded by this
    private boolean wanted;
    private volatile @Nullable Thread thread;

    /** @param work loops until {@link #isWanted} says no more, or until it is interrupted */
    public BackgroundWork(String name, Runnable work) {
        this(name, work, PAUSE_BEFORE_RESTART);
    }

    BackgroundWork(String name, Runnable work, Duration pause) {
        this.name = name;
        this.work = work;
        this.pause = pause;
    }

    /** Begins the work; once begun it is not begun twice. */
    public synchronized void start() {
        if (!wanted) {
            wanted = true;
            begin();
        }
    }

    /** What the work asks between two rounds. */
    public synchronized boolean isWanted() {
        return wanted;
    }

    /** False before the start, after the end, and between an end that was not wanted and the new beginning. */
    public boolean isAlive() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    /** Says that it is no longer wanted, and leaves it the time to see that by itself. */
    public synchronized void endSoon() {
        wanted = false;
    }

    /** Waits for the end; returns whether it came in time. */
    public boolean join(Duration patience) throws InterruptedException {
        Thread running = thread;
        return running == null || running.join(patience);
    }

    /** As {@link #endSoon}, and interrupts what it waits for. */
    public void interrupt() {
        endSoon();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    // a platform thread: some of this work calls native code or file channels that an interrupt of a virtual one would
    // close
    private void begin() {
        thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler(this::ended)
                .start(work);
    }

    private void ended(Thread ended, Throwable reason) {
        LOG.error("{} ended; it begins again in {}", name, pause, reason);
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::beginAgain);
    }

    private synchronized void beginAgain() {
        if (wanted) {
            begin();
        }
    }
}
