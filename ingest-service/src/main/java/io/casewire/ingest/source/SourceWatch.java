package io.casewire.ingest.source;

import io.casewire.ingest.lease.DueWork;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Has sources that are due looked at, few at a time. */
@Component
class SourceWatch implements SmartLifecycle, DueWork.Kind<WatchedSource> {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(20);
    private static final Duration TELL_METRICS = Duration.ofSeconds(15);

    private final WatchedSources sources;
    private final WatchedLinks links;
    private final Rounds rounds;
    private final SourceMeters meters;
    private final SourceSettings settings;
    private final InstantSource clock;
    private final DueWork<WatchedSource> work;
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
        this.work = new DueWork<>("source-watch", this, settings.workers(), settings.pollInterval());
    }

    /** Says that a source is due, so that it is found at once. */
    void wakeUp() {
        work.wakeUp();
    }

    @Override
    public void start() {
        work.start();
    }

    /** Begins no round any more and gives those under way the time to end the file they are at. */
    @Override
    public void stop() {
        work.stop(TIME_TO_FINISH);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** After the leases have started, and stopped before them. */
    @Override
    public int getPhase() {
        return 1000;
    }

    @Override
    public void prepare() {
        sources.createIndexes();
        links.createIndexes();
    }

    /** Tells the metrics what stands in the store. */
    @Override
    public void beforeSearch() {
        Instant now = clock.instant();
        if (toldMetrics.plus(TELL_METRICS).isBefore(now)) {
            toldMetrics = now;
            meters.tell(sources.page(null, settings.maxSources()));
        }
    }

    @Override
    public Optional<Leased<WatchedSource>> takeNext() {
        return sources.takeDue();
    }

    @Override
    public String nameOf(WatchedSource source) {
        return "source-" + source.id();
    }

    @Override
    public void workOn(Leased<WatchedSource> leased) throws InterruptedException {
        WatchedSource source = leased.document();
        Lease lease = leased.lease();
        // after what is none of the source's fault, such as a store that is away
        Duration pause = settings.retryInitial();
        try {
            pause = rounds.go(source, lease, work::isRunning);
        } catch (LostSource e) {
            LOG.info("{}", e.getMessage());
            forget(source);
        } catch (IOException | DataAccessException e) {
            LOG.warn(
                    "The look at {} was cut off; it is looked at again",
                    source.definition().name(),
                    e);
        } finally {
            lease.closeWith(new Update(), pause);
        }
    }

    /** What was noted while an operator removed it. */
    private void forget(WatchedSource source) {
        if (sources.find(source.id()).isEmpty()) {
            links.removeOf(source.id());
        }
    }
}
