package io.casewire.notify.matching;

import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.Particulars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What criteria ask of an event besides its kind and its text: only what they ask for at all, the most selective first. */
final class Conditions {
    private final Condition[] all;

    private Conditions(List<Condition> all) {
        this.all = all.toArray(new Condition[0]);
    }

    private interface Condition {
        boolean holds(EventAttributes event);
    }

    /** @param keys of the names in the criteria */
    static Conditions of(Criteria criteria, Keys keys) {
        Particulars particulars = criteria.particulars();
        List<Condition> all = new ArrayList<>();
        anyOf(all, keys.units(), EventAttributes::units);
        anyOf(all, keys.instruments(), event -> event.standing().instruments());
        anyOf(all, criteria.areas(), EventAttributes::areas);
        anyOf(all, particulars.concerns() == null ? Set.of() : Set.of(particulars.concerns()), event -> event.standing()
                .concerned());
        anyOf(all, criteria.zones(), EventAttributes::zones);
        anyOf(all, criteria.regions(), EventAttributes::regions);
        anyOf(all, criteria.domains(), EventAttributes::domains);
        oneOf(all, criteria.originality(), EventAttributes::originality);
        oneOf(all, particulars.outcomes(), event -> event.standing().outcome());
        oneOf(all, particulars.statuses(), event -> event.standing().status());
        oneOf(all, particulars.levels(), event -> event.standing().level());
        oneOf(all, particulars.genres(), event -> event.standing().genre());
        oneOf(all, particulars.strengths(), event -> event.standing().strength());
        oneOf(all, criteria.scopes(), EventAttributes::scope);
        return new Conditions(all);
    }

    boolean hold(EventAttributes event) {
        for (Condition condition : all) {
            if (!condition.holds(event)) {
                return false;
            }
        }
        return true;
    }

    private static <V> void anyOf(List<Condition> all, Set<V> asked, Function<EventAttributes, Set<V>> given) {
        if (asked.size() == 1) {
            V one = asked.iterator().next();
            all.add(event -> given.apply(event).contains(one));
        } else if (!asked.isEmpty()) {
            Set<V> several = Set.copyOf(asked);
            all.add(event -> !Collections.disjoint(several, given.apply(event)));
        }
    }

    private static <V> void oneOf(List<Condition> all, Set<V> asked, Function<EventAttributes, @Nullable V> given) {
        if (!asked.isEmpty()) {
            Set<V> several = Set.copyOf(asked);
            all.add(event -> {
                V value = given.apply(event);
                return value != null && several.contains(value);
            });
        }
    }
}
