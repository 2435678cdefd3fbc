package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Particulars;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an event criteria can ask about, its text aside.
 *
 * @param units their comparable keys
 * @param originality null where nothing is claimed
 * @param scope null where nothing is promoted
 * @param standing what particulars are asked of
 */
public record EventAttributes(
        EventKind kind,
        Set<Domain> domains,
        Set<String> zones,
        Set<String> areas,
        Set<String> regions,
        Set<String> units,
        @Nullable Originality originality,
        @Nullable PromotionScope scope,
        Standing standing) {
    public EventAttributes {
        domains = Set.copyOf(domains);
        zones = Set.copyOf(zones);
        areas = Set.copyOf(areas);
        regions = Set.copyOf(regions);
        units = Set.copyOf(units);
    }

    /** Those of an event that says nothing of a promotion nor of the ledger. */
    public EventAttributes(
            EventKind kind,
            Set<Domain> domains,
            Set<String> zones,
            Set<String> areas,
            Set<String> regions,
            Set<String> units,
            @Nullable Originality originality,
            @Nullable PromotionScope scope) {
        this(kind, domains, zones, areas, regions, units, originality, scope, Standing.NONE);
    }

    /**
     * Whether these criteria hold, the query aside.
     *
     * @param keys of the names in them
     */
    boolean meet(Criteria criteria, Keys keys) {
        return criteria.kinds().contains(kind)
                && asksNothingOrMeets(criteria.domains(), domains)
                && asksNothingOrMeets(criteria.zones(), zones)
                && asksNothingOrMeets(criteria.areas(), areas)
                && asksNothingOrMeets(criteria.regions(), regions)
                && asksNothingOrMeets(keys.units(), units)
                && asksNothingOrIs(criteria.originality(), originality)
                && asksNothingOrIs(criteria.scopes(), scope)
                && meet(criteria.particulars(), keys);
    }

    private boolean meet(Particulars asked, Keys keys) {
        return asksNothingOrIs(asked.strengths(), standing.strength())
                && asksNothingOrIs(asked.genres(), standing.genre())
                && asksNothingOrMeets(keys.instruments(), standing.instruments())
                && asksNothingOrIs(asked.levels(), standing.level())
                && asksNothingOrIs(asked.statuses(), standing.status())
                && asksNothingOrIs(asked.outcomes(), standing.outcome())
                && (asked.concerns() == null || standing.concerned().contains(asked.concerns()));
    }

    private static boolean asksNothingOrMeets(Set<?> asked, Set<?> given) {
        return asked.isEmpty() || !Collections.disjoint(asked, given);
    }

    private static boolean asksNothingOrIs(Set<?> asked, @Nullable Object given) {
        return asked.isEmpty() || (given != null && asked.contains(given));
    }
}
