package io.casewire.notify.digest;

import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.rhythm.Timing;
import io.casewire.notify.subscription.SubscriptionChanges;
import io.casewire.notify.subscription.Subscriptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Follows what subscriptions ask for, and closes the windows whose time has come. Any number of instances may do so. */
final class DigestWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DigestWork.class);
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

    private final DigestMaker maker;
    private final Holds holds;
    private final HeldMessages messages;
    private final SubscriptionChanges changes;
    private final DigestSettings settings;
    private final InstantSource clock;
    private final Counter told;
    private final Counter empty;
    private final Counter late;
    private final AtomicLong waiting = new AtomicLong();
    private final BackgroundWork work = new BackgroundWork("digests", this::run);
    private Instant lastCount = Instant.EPOCH;

    DigestWork(
            DigestMaker maker,
            Holds holds,
            HeldMessages messages,
            Subscriptions subscriptions,
            DigestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.maker = maker;
        this.holds = holds;
        this.messages = messages;
        this.changes = new SubscriptionChanges(subscriptions, clock);
        this.settings = settings;
        this.clock = clock;
        this.told = made(meters, "told");
        this.empty = made(meters, "empty");
        this.late = Counter.builder("casewire.notify.digests.late")
                .description("Digests made much later than their time")
                .register(meters);
        Gauge.builder("casewire.notify.digests.waiting", waiting, AtomicLong::get)
                .description("Messages that wait for a digest, or for others of their document, as of the last minute")
                .register(meters);
    }

    private static Counter made(MeterRegistry meters, String outcome) {
        return Counter.builder("casewire.notify.digests")
                .tag("outcome", outcome)
                .description("Digests made, with something in them or without")
                .register(meters);
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.endSoon();
        try {
            if (!work.join(Duration.ofSeconds(5))) {
                work.interrupt();
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
        Instant begin = clock.instant().plus(settings.settle());
        while (work.isWanted()) {
            try {
                Instant now = now();
                follow(now);
                if (!now.isBefore(begin)) {
                    maker.due(now).forEach(this::close);
                }
                count(now);
            } catch (DataAccessException e) {
                LOG.warn("Digests wait for the store: {}", e.getMessage());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void follow(Instant now) {
        changes.forEach(subscription -> {
            Timing timing = subscription.deleted() ? Timing.INSTANT : subscription.told();
            if (subscription.deleted() || !subscription.endedAt(now)) {
                holds.follow(new Place(subscription.id(), timing, null));
            }
        });
    }

    private void close(Hold due) {
        maker.close(due, now()).ifPresent(digest -> {
            (digest.entries().isEmpty() ? empty : told).increment();
            if (digest.late()) {
                late.increment();
                LOG.warn(
                        "Digest {} of {}, due at {}, was made at {} for {} windows",
                        digest.id(),
                        digest.subscription(),
                        due.next(),
                        digest.madeAt(),
                        digest.windows());
            }
        });
    }

    /** As the store keeps times. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void count(Instant now) {
        if (!now.isBefore(lastCount.plus(BETWEEN_COUNTS))) {
            lastCount = now;
            waiting.set(messages.count());
        }
    }
}
