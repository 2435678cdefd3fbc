package io.casewire.notify.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The subscriptions as they change, for one who keeps something that follows from them. For one thread at a time. */
public final class SubscriptionChanges {
    /** How far the clocks of instances and the order of their writes may differ before a change is only found by the full look. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final Duration BETWEEN_FULL_LOOKS = Duration.ofMinutes(10);

    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final Map<String, Long> versions = new HashMap<>();
    private Instant lastLook = Instant.EPOCH;
    private Instant lastFullLook = Instant.EPOCH;

    public SubscriptionChanges(Subscriptions subscriptions, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * Gives out what was made or changed since it was asked last, deleted ones included, each version once; at first all. What the consumer fails
     * on it is given again.
     */
    public void forEach(Consumer<Subscription> consumer) {
        Instant now = clock.instant();
        boolean full = lastFullLook.plus(BETWEEN_FULL_LOOKS).isBefore(now);
        try (Stream<Subscription> changed =
                subscriptions.changedSince(full ? Instant.EPOCH : lastLook.minus(OVERLAP))) {
            changed.filter(this::isNew).forEach(subscription -> {
                consumer.accept(subscription);
                versions.put(subscription.id(), subscription.version());
            });
        }
        lastLook = now;
        if (full) {
            lastFullLook = now;
        }
    }

    private boolean isNew(Subscription subscription) {
        return versions.getOrDefault(subscription.id(), 0L) < subscription.version();
    }
}
