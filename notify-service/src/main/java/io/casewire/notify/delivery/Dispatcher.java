package io.casewire.notify.delivery;

import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.delivery.Endpoints.Report;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final int FETCHED_AT_ONCE = 200;
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
        for (String endpoint : List.copyOf(waiting.keySet())) {
            Deque<Due> due = Objects.requireNonNull(waiting.get(endpoint));
            boolean started = startSome(endpoint, due);
            if (due.isEmpty()) {
                waiting.remove(endpoint);
                // there may be more of it in the store
                look = true;
            } else if (started) {
                // it has had its turn
                waiting.remove(endpoint);
                waiting.put(endpoint, due);
            }
        }
    }

    private boolean startSome(String endpoint, Deque<Due> due) {
        boolean started = false;
        while (!due.isEmpty()) {
            Instant now = clock.instant();
            if (endpoints.isPaused(due.peek().lane(), now)) {
                due.remove();
            } else if (!couriers.reserve()) {
                return started;
            } else if (!endpoints.enter(endpoint, now)) {
                couriers.cancel();
                return started;
            } else {
                started |= start(due.remove(), now);
            }
        }
        return started;
    }

    /** Starts that attempt on the places taken for it; gives them back where somebody else has it, or the store fails. */
    private boolean start(Due next, Instant now) {
        boolean started = false;
        try {
            Optional<Delivery> claimed =
                    deliveries.claim(next.id(), UUID.randomUUID().toString(), now, settings.lease());
            if (claimed.isPresent()) {
                couriers.start(claimed.get(), courier::carry, report -> leave(next.lane(), report));
                started = true;
            }
            return started;
        } finally {
            if (!started) {
                leave(next.lane(), Report.UNKNOWN);
                couriers.cancel();
            }
        }
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
