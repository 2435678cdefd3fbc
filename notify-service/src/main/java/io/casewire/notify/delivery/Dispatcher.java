package io.casewire.notify.delivery;

import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.delivery.Endpoints.Report;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Finds what is due, claims it, and gives each claim to a courier. What cannot go now because its endpoint is busy, out of
 * order or asked to be spared is skipped, in the store's query as well, so that it never stands before what can; and where
 * places are short, endpoints take turns.
 */
final class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int FETCHED_AT_ONCE = 500;
    /** So that what comes free at about the same time is claimed in one command. */
    private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(5);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final DeliveryQueue deliveries;
    private final Courier courier;
    private final DeliverySettings settings;
    private final Duration stopPatience;
    private final Endpoints endpoints;
    private final InstantSource clock;
    private final Couriers couriers;
    private final Semaphore signal = new Semaphore(0);
    /** What was found due, by endpoint; whose turn is next comes first. */
    private final Map<String, Deque<Due>> waiting = new LinkedHashMap<>();

    private volatile boolean look = true;
    private volatile Instant lastRound;
    private final BackgroundWork work = new BackgroundWork("dispatcher", this::run);
    private Instant lastLook = Instant.EPOCH;
    private Instant lastSweep = Instant.EPOCH;
    private boolean more;
    /** By {@link System#nanoTime}. */
    private long lastClaim = System.nanoTime() - BETWEEN_CLAIMS.toNanos();

    /** @param stopPatience how long attempts under way are waited for at the end */
    Dispatcher(
            DeliveryQueue deliveries,
            Courier courier,
            DeliverySettings settings,
            Duration stopPatience,
            InstantSource clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.settings = settings;
        this.stopPatience = stopPatience;
        this.endpoints = new Endpoints(settings);
        this.clock = clock;
        this.couriers = new Couriers(settings, clock, meters, signal::release);
        this.lastRound = clock.instant();
    }

    /** Says that something has become due. */
    void wakeUp() {
        look = true;
        signal.release();
    }

    /** The attempts under way. */
    Couriers couriers() {
        return couriers;
    }

    /** When it last looked after its work, whether or not the store answered. */
    Instant lastRound() {
        return lastRound;
    }

    @Override
    public void start() {
        lastRound = clock.instant();
        work.start();
    }

    /** Attempts under way get the time they need, within bounds; then they are broken off and their claims given back. */
    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        work.interrupt();
        try {
            work.join(Duration.ofSeconds(1));
            if (!couriers.await(stopPatience)) {
                couriers.interrupt();
                if (!couriers.await(Duration.ofSeconds(2))) {
                    LOG.warn("{} deliveries are left to their leases", couriers.underWay());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return work.isWanted();
    }

    private void run() {
        while (work.isWanted()) {
            lastRound = clock.instant();
            try {
                couriers.endOverdue(lastRound);
                sweep();
                fetch();
                startAll();
                rest();
                if (!more && signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (DataAccessException e) {
                LOG.warn("Deliveries wait for the store: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void rest() throws InterruptedException {
        long rest = lastClaim + BETWEEN_CLAIMS.toNanos() - System.nanoTime();
        if (rest > 0) {
            TimeUnit.NANOSECONDS.sleep(rest);
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch() {
        Instant now = clock.instant();
        more = false;
        if (!look && now.isBefore(lastLook.plus(settings.poll()))) {
            return;
        }
        look = false;
        Skipped skipped = endpoints.skipped(now);
        Set<String> without = new HashSet<>(skipped.endpoints());
        without.addAll(waiting.keySet());
        List<Due> due = deliveries.due(now, new Skipped(without, skipped.lanes()), FETCHED_AT_ONCE);
        due.forEach(found -> waiting.computeIfAbsent(found.lane().endpoint(), _ -> new ArrayDeque<>())
                .add(found));
        lastLook = now;
        // what one endpoint filled the answer with is skipped at the next look
        more = due.size() == FETCHED_AT_ONCE;
        look = more;
    }

    private void startAll() {
        boolean left = true;
        while (left) {
            Instant now = clock.instant();
            List<Due> taken = takePlaces(now);
            // others may have some; the places of those are free for the next
            left = start(taken, now) < taken.size();
        }
    }

    /** Takes places for as many attempts as can be made now; endpoints take turns. */
    private List<Due> takePlaces(Instant now) {
        List<Due> taken = new ArrayList<>();
        for (String endpoint : List.copyOf(waiting.keySet())) {
            Deque<Due> due = Objects.requireNonNull(waiting.get(endpoint));
            boolean served = takePlaces(endpoint, due, now, taken);
            if (due.isEmpty()) {
                waiting.remove(endpoint);
                // there may be more of it in the store
                look = true;
            } else if (served) {
                // it has had its turn
                waiting.remove(endpoint);
                waiting.put(endpoint, due);
            }
        }
        return taken;
    }

    private boolean takePlaces(String endpoint, Deque<Due> due, Instant now, List<Due> taken) {
        boolean served = false;
        while (!due.isEmpty()) {
            if (endpoints.isPaused(due.peek().lane(), now)) {
                due.remove();
            } else if (!couriers.reserve()) {
                return served;
            } else if (!endpoints.enter(endpoint, now)) {
                couriers.cancel();
                return served;
            } else {
                taken.add(due.remove());
                served = true;
            }
        }
        return served;
    }

    /**
     * Claims those and starts their attempts on the places taken for them; gives back the places of those that somebody else has, and all where
     * the store fails. Returns how many were started.
     */
    private int start(List<Due> taken, Instant now) {
        if (taken.isEmpty()) {
            return 0;
        }
        lastClaim = System.nanoTime();
        Map<String, Due> left = new LinkedHashMap<>();
        for (Due due : taken) {
            Due twice = left.put(due.id(), due);
            if (twice != null) {
                // it has moved to another endpoint since it was found first
                giveBack(twice);
            }
        }
        int started = 0;
        try {
            for (Delivery claimed : deliveries.claim(
                    List.copyOf(left.keySet()), UUID.randomUUID().toString(), now, settings.lease())) {
                Lane lane = Objects.requireNonNull(left.remove(claimed.id())).lane();
                couriers.start(claimed, courier::carry, report -> leave(lane, report));
                started++;
            }
            return started;
        } finally {
            left.values().forEach(this::giveBack);
        }
    }

    private void giveBack(Due due) {
        leave(due.lane(), Report.UNKNOWN);
        couriers.cancel();
    }

    private void leave(Lane lane, Report report) {
        endpoints.leave(lane, report, clock.instant());
    }

    /** Gives up on what has waited too long, behind a breaker or a pause. */
    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(lastSweep.plus(BETWEEN_SWEEPS))) {
            return;
        }
        lastSweep = now;
        for (Due old : deliveries.begunBefore(now.minus(settings.giveUpAfter()), now, FETCHED_AT_ONCE)) {
            deliveries
                    .claim(old.id(), UUID.randomUUID().toString(), now, settings.lease())
                    .ifPresent(claimed -> courier.expire(
                            claimed,
                            "Not delivered within " + settings.giveUpAfter().toHours() + " hours."));
        }
    }
}
