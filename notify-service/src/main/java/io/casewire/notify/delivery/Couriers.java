package io.casewire.notify.delivery;

import com.mongodb.MongoException;
import io.casewire.notify.delivery.Endpoints.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The attempts under way, a virtual thread each, at most so many at once. A place is given back when its attempt ends, and
 * at the latest when its lease does: an attempt that has not ended by then is interrupted, and is stuck until that helps.
 */
final class Couriers {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private final int all;
    private final Semaphore places;
    private final Duration lease;
    private final InstantSource clock;
    private final Runnable whenFree;
    private final Counter overdue;
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();

    /** @param whenFree called after a place was given back */
    Couriers(DeliverySettings settings, InstantSource clock, MeterRegistry meters, Runnable whenFree) {
        this.all = settings.inFlight();
        this.places = new Semaphore(all);
        this.lease = settings.lease();
        this.clock = clock;
        this.whenFree = whenFree;
        this.overdue = Counter.builder("casewire.notify.attempts.overdue")
                .description("Attempts that were given up because they did not end in time")
                .register(meters);
        Gauge.builder("casewire.notify.attempts.underway", this, Couriers::underWay)
                .description("Attempts under way")
                .register(meters);
        Gauge.builder("casewire.notify.attempts.stuck", this, Couriers::stuck)
                .description("Attempts under way that should have ended")
                .register(meters);
    }

    /** Takes a place; false when there is none. */
    boolean reserve() {
        return places.tryAcquire();
    }

    /** Gives a reserved place back unused. */
    void cancel() {
        places.release();
    }

    /**
     * Makes an attempt on a reserved place.
     *
     * @param whenOver called once with what the attempt says about its endpoint
     */
    void start(Delivery claimed, Work work, Consumer<Report> whenOver) {
        Run run = new Run(claimed, clock.instant(), whenOver);
        run.thread = Thread.ofVirtual()
                .name("delivery-" + claimed.id())
                .uncaughtExceptionHandler((_, e) -> LOG.error("The attempt of delivery {} broke", claimed.id(), e))
                .unstarted(() -> carry(run, work));
        runs.add(run);
        run.thread.start();
    }

    /** How many places are taken. */
    int underWay() {
        return all - places.availablePermits();
    }

    /** How many attempts have outlived their lease and go on. */
    int stuck() {
        return Math.toIntExact(runs.stream().filter(run -> run.over.get()).count());
    }

    /** Interrupts what has outlived its lease and gives its place back. */
    void endOverdue(Instant now) {
        for (Run run : runs) {
            if (now.isAfter(run.since.plus(lease)) && run.end(Report.HANGS)) {
                overdue.increment();
                LOG.error(
                        "Delivery {} to {} is stuck since {}; it is interrupted and its place given back",
                        run.claimed.id(),
                        run.claimed.endpoint(),
                        run.since,
                        run.whereabouts());
                run.thread.interrupt();
            }
        }
    }

    /** Waits until none is under way; returns whether that came in time. */
    boolean await(Duration patience) throws InterruptedException {
        boolean done = places.tryAcquire(all, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (done) {
            places.release(all);
        }
        return done;
    }

    /** Breaks off what is under way. */
    void interrupt() {
        runs.forEach(run -> run.thread.interrupt());
    }

    private void carry(Run run, Work work) {
        Report report = Report.UNKNOWN;
        try {
            report = work.carry(run.claimed);
        } catch (DataAccessException | MongoException e) {
            LOG.warn(
                    "What came of delivery {} could not be written; its lease will end: {}",
                    run.claimed.id(),
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runs.remove(run);
            run.end(report);
        }
    }

    /** What an attempt does. */
    @FunctionalInterface
    interface Work {
        Report carry(Delivery claimed) throws InterruptedException;
    }

    private final class Run {
        private final Delivery claimed;
        private final Instant since;
        private final Consumer<Report> whenOver;
        private final AtomicBoolean over = new AtomicBoolean();
        private Thread thread = Thread.currentThread();

        Run(Delivery claimed, Instant since, Consumer<Report> whenOver) {
            this.claimed = claimed;
            this.since = since;
            this.whenOver = whenOver;
        }

        /** Gives the place back; false where it was already. */
        boolean end(Report report) {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            whenOver.accept(report);
            places.release();
            whenFree.run();
            return true;
        }

        /** Where the thread is, in the form a log takes. */
        Throwable whereabouts() {
            Throwable here = new Throwable("stands here");
            here.setStackTrace(thread.getStackTrace());
            return here;
        }
    }
}
