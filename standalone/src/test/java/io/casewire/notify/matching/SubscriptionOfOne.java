package io.casewire.notify.matching;

import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The matching of one subscription, without store and broker. */
public final class SubscriptionOfOne {
    private SubscriptionOfOne() {}

    /** Whether a subscription to these terms hears of a published case with that title. */
    public static boolean hears(String terms, String title) {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        Criteria criteria = new Criteria(null, null, null, null, null, null, null, null, terms);
        index.put("one", List.of(new Period<>("one", criteria, Instant.MIN, Instant.MAX)));
        Set<String> none = Set.of();
        EventAttributes published =
                new EventAttributes(EventKind.CASE_PUBLISHED, Set.of(), none, none, none, none, null, null);
        Facts facts = new Facts.Found(published, List.of(title)).facts();
        return !index.matches(facts, Instant.EPOCH).isEmpty();
    }
}
