package io.casewire.notify.matching;

import io.casewire.contracts.wire.Envelope;
import io.casewire.notify.matching.Recipients.Filed;
import io.casewire.notify.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One subscription, asked of one event after the other as {@link Recipients} asks all of them. */
public final class SubscriptionFilter {
    private final CriteriaIndex<Filed> index = new CriteriaIndex<>();

    public SubscriptionFilter(Subscription subscription, Instant now) {
        index.put(subscription.id(), Recipients.periods(subscription, now));
    }

    /** The subscription where the event is for it. */
    public Optional<Recipient> recipient(Envelope<?> envelope) {
        return EventFilter.facts(envelope.event()).stream()
                .flatMap(facts -> matches(facts, envelope.recordedTime(), envelope.backfill()))
                .map(Filed::recipient)
                .findFirst();
    }

    /** Whether an event of those facts is for it. */
    public boolean takes(Facts facts, Instant recordedTime, boolean backfill) {
        return matches(facts, recordedTime, backfill).findAny().isPresent();
    }

    private Stream<Filed> matches(Facts facts, Instant recordedTime, boolean backfill) {
        return index.matches(facts, recordedTime).stream().filter(filed -> filed.history() || !backfill);
    }
}
