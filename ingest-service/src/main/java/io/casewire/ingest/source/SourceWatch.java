package io.casewire.ingest.source;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.messaging.BackgroundWork;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Finds sources that are due, in the store, and has each looked at on a virtual thread; few at a time. */
@Component
class SourceWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
    private static final long SECONDS_TO_FINISH = 20;
    private static final Duration TELL_METRICS = Duration.ofSeconds(15);

    private final WatchedSources sources;
    private final WatchedLinks links;
    private final Rounds rounds;
    private final SourceMeters meters;
    private final SourceSettings settings;
    private final InstantSource clock;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final BackgroundWork finder = new BackgroundWork("source-watch", this::watch);
    private volatile boolean running;
    // made before the first search, so that a store that comes up late is waited for
    private boolean prepared;
    private Instant toldMetrics = Instant.EPOCH;

    SourceWatch(
            WatchedSources sources,
            WatchedLinks links,
            Rounds rounds,
            SourceMeters meters,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.links = links;
        this.rounds = rounds;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.free = new Semaphore(settings.workers());
    }

    /** Says that a source is due, so that it is found at once. */
    void wakeUp() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        finder.start();
    }

    /** Begins no round any more and gives those under way the time to end the file they are at. */
    @Override
    public void stop() {
        running = false;
        finder.endSoon();
        wakeUp();
        try {
            if (!free.tryAcquire(settings.workers(), SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.info("Some sources are still looked at; the next start goes on with them");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the leases have started, and stopped before them. */
    @Override
    public int getPhase() {
        return 1000;
    }

    private void watch() {
        try {
            while (running) {
                try {
                    findDue();
                } catch (DataAccessException e) {
                    LOG.warn("The store cannot be asked for sources that are due: {}", e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void findDue() throws InterruptedException {
        if (!prepared) {
            sources.createIndexes();
            links.createIndexes();
            prepared = true;
        }
        tellMetrics();
        free.acquire();
        boolean handedOver = false;
        try {
            Optional<Leased<WatchedSource>> next = running ? sources.takeDue() : Optional.empty();
            if (next.isPresent()) {
                handedOver = true;
                Thread.ofVirtual().name("source-" + next.get().document().id()).start(() -> look(next.get()));
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

    private void tellMetrics() {
        Instant now = clock.instant();
        if (toldMetrics.plus(TELL_METRICS).isBefore(now)) {
            toldMetrics = now;
            meters.tell(sources.page(null, settings.maxSources()));
        }
    }

    private void look(Leased<WatchedSource> leased) {
        WatchedSource source = leased.document();
        Lease lease = leased.lease();
        // after what is none of the source's fault, such as a store that is away
        Duration pause = settings.retryInitial();
        try {
            pause = rounds.go(source, lease, () -> running);
        } catch (LostSource e) {
            LOG.info("{}", e.getMessage());
            forget(source);
        } catch (IOException | DataAccessException e) {
            LOG.warn(
                    "The look at {} was cut off; it is looked at again",
                    source.definition().name(),
                    e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lease.closeWith(new Update(), pause);
            free.release();
        }
    }

    /** What was noted while an operator removed it. */
    private void forget(WatchedSource source) {
        if (sources.find(source.id()).isEmpty()) {
            links.removeOf(source.id());
        }
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
