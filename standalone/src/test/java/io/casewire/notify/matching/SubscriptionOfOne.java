package io.casewire.notify.matching;

import io.casewire.contracts.event.Event;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.query.Content;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The matching of one subscription, without store and broker. */
public final class SubscriptionOfOne {
    private static final FactFinder FINDER = new FactFinder(Gazetteer.standard());

    private final CriteriaIndex<String> index = new CriteriaIndex<>();

    /** Of any case that answers a query. */
    public SubscriptionOfOne(String query) {
        Criteria criteria = new Criteria(null, null, null, null, null, null, null, null, query);
        index.put("one", List.of(new Period<>("one", criteria, Instant.MIN, Instant.MAX)));
    }

    /** Whether it is told of that event. */
    public boolean hears(Event event) {
        return hears(FINDER.facts(event).orElseThrow());
    }

    /** Whether a subscription to a query is told of a published case with that title. */
    public static boolean hears(String query, String title) {
        Set<String> none = Set.of();
        EventAttributes published =
                new EventAttributes(EventKind.CASE_PUBLISHED, Set.of(), none, none, none, none, null, null);
        return new SubscriptionOfOne(query).hears(new Facts(published, Content.of(List.of(title))));
    }

    private boolean hears(Facts facts) {
        return !index.matches(facts, Instant.EPOCH).isEmpty();
    }
}
