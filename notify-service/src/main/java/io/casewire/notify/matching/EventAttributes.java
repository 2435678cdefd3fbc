package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an event criteria can ask about, its text aside.
 *
 * @param units their comparable keys
 * @param originality null where nothing is claimed
 * @param scope null where nothing is promoted
 */
public record EventAttributes(
        EventKind kind,
        Set<Domain> domains,
        Set<String> zones,
        Set<String> areas,
        Set<String> regions,
        Set<String> units,
        @Nullable Originality originality,
        @Nullable PromotionScope scope) {
    public EventAttributes {
        domains = Set.copyOf(domains);
        zones = Set.copyOf(zones);
        areas = Set.copyOf(areas);
        regions = Set.copyOf(regions);
        units = Set.copyOf(units);
    }

    /**
     * Whether these criteria hold, the query aside.
     *
     * @param unitKeys of the units asked for
     */
    boolean meet(Criteria criteria, Set<String> unitKeys) {
        return criteria.kinds().contains(kind)
                && asksNothingOrMeets(criteria.domains(), domains)
                && asksNothingOrMeets(criteria.zones(), zones)
                && asksNothingOrMeets(criteria.areas(), areas)
                && asksNothingOrMeets(criteria.regions(), regions)
                && asksNothingOrMeets(unitKeys, units)
                && (criteria.originality().isEmpty()
                        || (originality != null && criteria.originality().contains(originality)))
                && (criteria.scopes().isEmpty()
                        || (scope != null && criteria.scopes().contains(scope)));
    }

    private static boolean asksNothingOrMeets(Set<?> asked, Set<?> given) {
        return asked.isEmpty() || !Collections.disjoint(asked, given);
    }
}
