package io.casewire.notify.matching;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.SubscriptionChanges;
import io.casewire.notify.subscription.Subscriptions;
import io.casewire.notify.subscription.Term;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom an event is for, by the subscriptions as they stand in the store. */
@Component
public class Recipients {
    private final SubscriptionChanges changes;
    private final InstantSource clock;
    private final FactFinder finder = new FactFinder(Gazetteer.standard());
    private final CriteriaIndex<Filed> index = new CriteriaIndex<>();
    private final Timer timer;

    Recipients(Subscriptions subscriptions, InstantSource clock, MeterRegistry meters) {
        this.changes = new SubscriptionChanges(subscriptions, clock);
        this.clock = clock;
        this.timer = Timer.builder("casewire.notify.matching")
                .description("How long it took to find the subscriptions of an event")
                .register(meters);
        Gauge.builder("casewire.notify.subscriptions", index, CriteriaIndex::size)
                .description("Subscriptions that events are matched with")
                .register(meters);
    }

    /**
     * Takes up what changed in the store. Asked before every batch of events, so that a subscription an instance
     * acknowledged is known to every other instance when it judges what was recorded afterwards.
     */
    public synchronized void refresh() {
        changes.forEach(this::take);
    }

    /** The recipients of that event, each once. */
    public List<Recipient> of(Envelope<?> envelope) {
        return timer.record(() -> find(envelope));
    }

    private List<Recipient> find(Envelope<?> envelope) {
        Event event = envelope.event();
        return finder.facts(event).stream()
                .flatMap(facts -> index.matches(facts, envelope.recordedTime()).stream())
                .filter(filed -> filed.history() || !envelope.backfill())
                .map(Filed::recipient)
                .toList();
    }

    private void take(Subscription subscription) {
        index.put(subscription.id(), periods(subscription, clock.instant()));
    }

    static List<CriteriaIndex.Period<Filed>> periods(Subscription subscription, Instant now) {
        if (subscription.deleted() || !subscription.active()) {
            return List.of();
        }
        Filed filed = new Filed(
                new Recipient(subscription.id(), subscription.agency(), subscription.way(now), subscription.told()),
                subscription.includeHistory());
        List<CriteriaIndex.Period<Filed>> periods = new ArrayList<>();
        List<Term> terms = subscription.terms();
        Instant end = subscription.expiresAt() == null ? Instant.MAX : subscription.expiresAt();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.active()) {
                periods.add(new CriteriaIndex.Period<>(
                        filed,
                        term.criteria(),
                        i == 0 && subscription.includeHistory() ? Instant.MIN : term.since(),
                        i + 1 < terms.size() ? terms.get(i + 1).since() : end));
            }
        }
        return periods;
    }

    /** A recipient and whether it wants history. */
    record Filed(Recipient recipient, boolean history) {}
}
