package io.casewire.notify.delivery;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.rhythm.Quiet;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those in the store; what several attempts ask at about the same time is asked at once. */
final class StoredSubscribers implements Subscribers {
    private static final int MAX_BATCH = 200;
    private static final Duration REST = Duration.ofMillis(2);

    private final Subscriptions subscriptions;
    private final WorkingCalendar calendar;
    private final Batcher<SubscriptionId, Optional<Subscription>> batcher;

    StoredSubscribers(Subscriptions subscriptions, WorkingCalendar calendar) {
        this.subscriptions = subscriptions;
        this.calendar = calendar;
        this.batcher = new Batcher<>("delivery-subscribers", MAX_BATCH, REST, this::find);
    }

    private List<Optional<Subscription>> find(List<SubscriptionId> ids) {
        Map<SubscriptionId, Subscription> found = subscriptions.find(new HashSet<>(ids));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    @Override
    public Optional<Subscriber> find(SubscriptionId id, Instant now) {
        return batcher.ask(id).flatMap(found -> found.channel(now)
                .map(channel -> subscriber(channel, found.active(), found.told().quiet(), now)));
    }

    private Subscriber subscriber(Channel channel, boolean active, @Nullable Quiet quiet, Instant now) {
        return quiet == null
                ? new Subscriber(channel, active)
                : new Subscriber(channel, active, quiet.endsAfter(now, calendar).orElse(null), quiet.urgent());
    }

    @Override
    public void disable(SubscriptionId id, String reason, Instant now) {
        subscriptions.stop(id, reason, now);
    }

    @Override
    public void bounced(SubscriptionId id, String reason, Instant now) {
        subscriptions.bounced(id, reason, now);
    }

    @Override
    public void verified(SubscriptionId id, Instant now) {
        boolean _ = subscriptions.verified(id, now);
    }

    @Override
    public void unanswered(SubscriptionId id, String why, boolean last, Instant now) {
        subscriptions.unanswered(id, why, last, now);
    }

    @Override
    public void recovered(SubscriptionId id, Instant now) {
        subscriptions.recovered(id, now);
    }
}
