package io.casewire.ingest.lease;

import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.messaging.BackgroundWork;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Finds work that is due and does it on virtual threads, few at a time. Work is found in the store, never only in memory: on a
 * start what the last run left is just the oldest that is due. A store that cannot be asked is asked again.
 *
 * @param <T> what is worked on
 */
public final class DueWork<T> {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final String name;
    private final Kind<T> kind;
    private final int places;
    private final Duration pollInterval;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final BackgroundWork finder;
    private volatile boolean running;
    // made before the first search instead of at the start, so that a store that comes up late is waited for
    private boolean prepared;

    /** One kind of work: where it is found and how it is done. */
    public interface Kind<T> {
        /** Once, before the first search: indexes, and what a start that was cut off left. */
        void prepare();

        /** Before every search, at least once a poll interval while places are free. */
        default void beforeSearch() {}

        /** Leases the next that is due; empty where nothing is. */
        Optional<Leased<T>> takeNext();

        /** What its thread is called. */
        String nameOf(T work);

        /**
         * Does it, on a thread of its own. Gives the lease back, whatever happens.
         *
         * @throws InterruptedException when the process ends
         */
        void workOn(Leased<T> leased) throws InterruptedException;
    }

    /**
     * @param name of the thread that searches, in logs too
     * @param places how much is worked on at once
     * @param pollInterval how long nothing is looked for after nothing was found, unless woken
     */
    public DueWork(String name, Kind<T> kind, int places, Duration pollInterval) {
        this.name = name;
        this.kind = kind;
        this.places = places;
        this.pollInterval = pollInterval;
        this.free = new Semaphore(places);
        this.finder = new BackgroundWork(name, this::findWhileRunning);
    }

    /** Says that there is work, so that it is found at once. */
    public void wakeUp() {
        news.release();
    }

    public void start() {
        running = true;
        finder.start();
    }

    /** Takes no more and gives what is under way the time to come to a step's end; what does not is taken up by the next start. */
    public void stop(Duration patience) {
        endSoon();
        awaitEnd(patience);
    }

    /** Takes no more. */
    public void endSoon() {
        running = false;
        finder.endSoon();
        wakeUp();
    }

    /** Waits, after {@link #endSoon}, for what is under way; what does not end in time is taken up by the next start. */
    public void awaitEnd(Duration patience) {
        try {
            if (!free.tryAcquire(places, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{}: some is still under way; the next start takes it up", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    /** Whether anybody searches; false before the start and when the thread that searches has died. */
    public boolean isSearching() {
        return finder.isAlive();
    }

    /** How much is under way. */
    public int underWay() {
        return places - free.availablePermits();
    }

    private void findWhileRunning() {
        try {
            while (running) {
                try {
                    findNext();
                } catch (DataAccessException e) {
                    LOG.warn("{}: the store cannot be asked for work: {}", name, e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void findNext() throws InterruptedException {
        if (!prepared) {
            kind.prepare();
            prepared = true;
        }
        kind.beforeSearch();
        free.acquire();
        boolean handedOver = false;
        try {
            Optional<Leased<T>> next = running ? kind.takeNext() : Optional.empty();
            if (next.isPresent()) {
                handedOver = true;
                Thread.ofVirtual().name(kind.nameOf(next.get().document())).start(() -> work(next.get()));
            }
        } finally {
            if (!handedOver) {
                free.release();
            }
        }
        if (!handedOver) {
            pause();
        }
    }

    private void work(Leased<T> leased) {
        try {
            kind.workOn(leased);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
