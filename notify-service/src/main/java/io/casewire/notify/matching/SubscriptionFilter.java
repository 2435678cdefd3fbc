package io.casewire.notify.matching;

import io.casewire.contracts.wire.Envelope;
import io.casewire.notify.matching.Recipients.Filed;
import io.casewire.notify.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;

/** One subscription, asked of one event after the other as {@link Recipients} asks all of them. */
public final class SubscriptionFilter {
    private final CriteriaIndex<Filed> index = new CriteriaIndex<>();

    public SubscriptionFilter(Subscription subscription, Instant now) {
        index.put(subscription.id(), Recipients.periods(subscription, now));
    }

    /** The subscription where the event is for it. */
    public Optional<Recipient> recipient(Envelope<?> envelope) {
        return EventFilter.facts(envelope.event()).stream()
                .flatMap(facts -> index.matches(facts, envelope.recordedTime()).stream())
                .filter(filed -> filed.history() || !envelope.backfill())
                .map(Filed::recipient)
                .findFirst();
    }
}
