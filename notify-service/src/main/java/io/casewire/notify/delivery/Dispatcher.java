package io.casewire.notify.delivery;

import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.delivery.Deliveries.Due;
import io.casewire.notify.delivery.Endpoints.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Finds what is due, claims it, and gives each claim a virtual thread. What cannot go now because its host is busy or out
 * of order is passed over, in the store's query as well, so that it never stands before what can.
 */
final class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int FETCHED_AT_ONCE = 200;
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Deliveries deliveries;
    private final Courier courier;
    private final DeliverySettings settings;
    private final Endpoints endpoints;
    private final InstantSource clock;
    private final Semaphore places;
    private final Semaphore signal = new Semaphore(0);
    private final Set<Thread> couriers = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<String>> waiting = new LinkedHashMap<>();
    private volatile boolean look = true;
    private final BackgroundWork work = new BackgroundWork("dispatcher", this::run);
    private Instant lastLook = Instant.EPOCH;
    private Instant lastSweep = Instant.EPOCH;
    private boolean more;

    Dispatcher(Deliveries deliveries, Courier courier, DeliverySettings settings, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.settings = settings;
        this.endpoints = new Endpoints(settings);
        this.clock = clock;
        this.places = new Semaphore(settings.inFlight());
    }

    /** Says that something has become due. */
    void nudge() {
        look = true;
        signal.release();
    }

    /** How many attempts are under way. */
    int underWay() {
        return settings.inFlight() - places.availablePermits();
    }

    @Override
    public void start() {
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
            if (!places.tryAcquire(settings.inFlight(), LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                couriers.forEach(Thread::interrupt);
                if (!places.tryAcquire(settings.inFlight(), 2, TimeUnit.SECONDS)) {
                    LOG.warn("{} deliveries are left to their leases", underWay());
                    return;
                }
            }
            places.release(settings.inFlight());
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
            try {
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
        Set<String> passedOver = new HashSet<>(endpoints.closed(now));
        passedOver.addAll(waiting.keySet());
        List<Due> due = deliveries.due(now, passedOver, FETCHED_AT_ONCE);
        due.forEach(found -> waiting.computeIfAbsent(found.endpoint(), _ -> new ArrayDeque<>())
                .add(found.id()));
        lastLook = now;
        // what one host filled the answer with is passed over at the next look
        more = due.size() == FETCHED_AT_ONCE;
        look = more;
    }

    private void startAll() {
        Iterator<Map.Entry<String, Deque<String>>> hosts = waiting.entrySet().iterator();
        while (hosts.hasNext()) {
            Map.Entry<String, Deque<String>> host = hosts.next();
            startSome(host.getKey(), host.getValue());
            if (host.getValue().isEmpty()) {
                hosts.remove();
                // there may be more of it in the store
                look = true;
            }
        }
    }

    private void startSome(String endpoint, Deque<String> ids) {
        while (!ids.isEmpty() && places.tryAcquire()) {
            Instant now = clock.instant();
            if (!endpoints.enter(endpoint, now)) {
                places.release();
                return;
            }
            boolean started = false;
            try {
                Optional<Delivery> claimed =
                        deliveries.claim(ids.remove(), UUID.randomUUID().toString(), now, settings.lease());
                if (claimed.isPresent()) {
                    Thread thread = Thread.ofVirtual().unstarted(() -> carry(claimed.get()));
                    thread.setName("delivery-" + claimed.get().id());
                    couriers.add(thread);
                    thread.start();
                    started = true;
                }
            } finally {
                if (!started) {
                    endpoints.leave(endpoint, Health.UNKNOWN, now);
                    places.release();
                }
            }
        }
    }

    private void carry(Delivery claimed) {
        Health health = Health.UNKNOWN;
        try {
            health = courier.carry(claimed);
        } catch (DataAccessException e) {
            LOG.warn(
                    "What came of delivery {} could not be written; its lease will end: {}",
                    claimed.id(),
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            couriers.remove(Thread.currentThread());
            endpoints.leave(claimed.endpoint(), health, clock.instant());
            places.release();
            signal.release();
        }
    }

    /** Gives up on what has waited too long behind a breaker for its ladder to end. */
    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(lastSweep.plus(BETWEEN_SWEEPS))) {
            return;
        }
        lastSweep = now;
        for (Due old : deliveries.begunBefore(now.minus(settings.giveUpAfter()), now, FETCHED_AT_ONCE)) {
            deliveries
                    .claim(old.id(), UUID.randomUUID().toString(), now, settings.lease())
                    .ifPresent(claimed -> courier.abandon(
                            claimed,
                            "Not taken within " + settings.giveUpAfter().toHours() + " hours."));
        }
    }
}
