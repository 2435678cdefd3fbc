package io.casewire.messaging.continuity;

import com.mongodb.MongoException;
import io.casewire.messaging.BackgroundWork;
import io.casewire.messaging.continuity.Verdict.LogLost;
import io.casewire.messaging.continuity.Verdict.Loss;
import io.casewire.messaging.continuity.Verdict.Sound;
import io.casewire.messaging.continuity.Verdict.StoreLost;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Compares store and log at the start, before any listener reads, and from then on remembers the log's ends in the store. Where one
 * lost what the other remembers, listeners are held and readiness is down until an operator brings the data back or accepts the
 * loss; nothing is decided by itself, as going on would make the loss the new truth. Only a service whose store holds nothing that is
 * not in the log fills an empty store from the log's start without being asked.
 *
 * <p>What it remembers is looked for each time: a database that is dropped while the service runs takes it along.
 *
 * <p>A broker or store that does not answer is no loss: the comparison waits for both.
 */
public final class Continuity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    // of MongoDB's error codes
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final ContinuityStore store;
    private final LogInspector inspector;
    private final boolean rebuilds;
    private final Duration interval;
    private final InstantSource clock;
    private final CompletableFuture<Void> permission = new CompletableFuture<>();
    private final BackgroundWork work = new BackgroundWork("continuity", this::run);
    private volatile @Nullable Loss loss;
    private final Parts parts;
    private volatile boolean storeHeldData = true;
    // by this process; gone again only with the database
    private boolean remembered;
    private volatile boolean running;

    /**
     * For one service.
     *
     * @param rebuilds whether the log holds everything that the store does
     * @param interval how often the log's ends are remembered
     */
    Continuity(
            ContinuityStore store,
            LogInspector inspector,
            Parts parts,
            boolean rebuilds,
            Duration interval,
            InstantSource clock) {
        this.store = store;
        this.inspector = inspector;
        this.parts = parts;
        this.rebuilds = rebuilds;
        this.interval = interval;
        this.clock = clock;
    }

    /** Completes when store and log are found to belong together, or an operator decided; listeners begin then. */
    public CompletableFuture<Void> permission() {
        return permission;
    }

    /** What is missing and what to do, for people; empty while nothing is known to be missing. */
    public Optional<String> held() {
        return Optional.ofNullable(loss).map(Loss::sentence);
    }

    @Nullable
    Loss loss() {
        return loss;
    }

    /** Before whatever fills a store that it finds empty: by then the store must have been looked at. */
    @Override
    public int getPhase() {
        return -10;
    }

    @Override
    public void start() {
        running = true;
        try {
            storeHeldData = store.holdsData();
        } catch (DataAccessException | MongoException e) {
            LOG.warn("The store does not answer yet; it is compared with the log when it does: {}", e.getMessage());
        }
        work.start();
    }

    @Override
    public void stop() {
        running = false;
        work.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (work.isWanted()) {
                boolean sound = look();
                TimeUnit.NANOSECONDS.sleep((sound ? interval : BETWEEN_LOOKS).toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() throws InterruptedException {
        try {
            LogState log = inspector.look();
            Memory memory = store.memory();
            boolean dropped = remembered && memory == null;
            if (dropped && rebuilds && parts.refillWhileRunning()) {
                return refill(log);
            }
            return switch (Verdict.of(memory, storeHeldData && !dropped, log, inspector.isReader())) {
                case Sound _ -> goOn(log);
                case StoreLost found when rebuilds && dropped -> hold(found.untilStartedAgain());
                case StoreLost found
                when rebuilds -> {
                    LOG.warn("{} It is filled again from the start of the log.", found.missing());
                    inspector.forgetPositions();
                    yield goOn(log);
                }
                case StoreLost found
                when inspector.isReader() && !log.marked() && !remembered -> {
                    LOG.warn(
                            "{} A version that did not remember the log yet has read them: its store may have been empty all the time.",
                            found.missing());
                    yield goOn(log);
                }
                case StoreLost found -> accepted(found) ? goOn(log) : hold(found);
                case LogLost found -> accepted(found) ? goOn(log) : hold(found);
            };
        } catch (KafkaException | DataAccessException | MongoException e) {
            LOG.warn("Store and log cannot be compared now: {}", e.getMessage());
            return false;
        }
    }

    /** Each step may be repeated, as any may fail: another instance may still read. */
    private boolean refill(LogState log) throws InterruptedException {
        hold(StoreLost.whileRunning(log));
        parts.readers().pause();
        inspector.forgetPositions();
        parts.preparations().forEach(StorePreparation::prepare);
        goOn(log);
        parts.readers().resume();
        LOG.warn("The database is prepared again and being filled from the start of the log");
        return true;
    }

    private boolean accepted(Loss found) {
        boolean accepted = store.isAccepted(found);
        if (accepted) {
            LOG.warn("An operator accepted the loss: {}", found.missing());
        }
        return accepted;
    }

    private boolean goOn(LogState log) throws InterruptedException {
        remember(log);
        if (loss != null || !permission.isDone()) {
            store.clearFinding();
            loss = null;
            permission.complete(null);
        }
        if (remembered && inspector.isReader() && !log.marked()) {
            inspector.mark();
        }
        return true;
    }

    /** On a full disk the older memory has to do: what is not remembered now is at the next look. */
    private void remember(LogState log) {
        try {
            store.remember(Memory.of(log, clock.instant()));
            remembered = true;
        } catch (MongoException e) {
            if (e.getCode() != OUT_OF_DISK_SPACE) {
                throw e;
            }
            if (!permission.isDone()) {
                LOG.warn("The log's ends are remembered as soon as the store takes writes again: {}", e.getMessage());
            }
        }
    }

    private boolean hold(Loss found) {
        Loss before = loss;
        if (before == null || !before.key().equals(found.key())) {
            LOG.error(
                    "{} Until then this service is not ready and its listeners, unless they ran already, wait.",
                    found.sentence());
            store.write(found, clock.instant());
            loss = found;
        }
        return false;
    }

    /** What of the service takes part in filling its store again; asked for late, as readers wait for this. */
    interface Parts {
        Readers readers();

        List<StorePreparation> preparations();

        default boolean refillWhileRunning() {
            return !preparations().isEmpty();
        }
    }
}
