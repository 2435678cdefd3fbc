package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Folding;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of an event criteria can ask about.
 *
 * @param units folded
 * @param originality null where nothing is claimed
 * @param scope null where nothing is promoted
 * @param text everything readable, folded; parts are separated by line feeds, which no term contains
 */
record Facts(
        EventKind kind,
        Set<Domain> domains,
        Set<String> zones,
        Set<String> regions,
        Set<String> units,
        @Nullable Originality originality,
        @Nullable PromotionScope scope,
        String text) {

    static Facts of(
            EventKind kind,
            Collection<Domain> domains,
            Collection<String> zones,
            Collection<String> regions,
            Collection<String> units,
            @Nullable Originality originality,
            @Nullable PromotionScope scope,
            List<String> texts) {
        return new Facts(
                kind,
                Set.copyOf(domains),
                Set.copyOf(zones),
                Set.copyOf(regions),
                units.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet()),
                originality,
                scope,
                texts.stream().map(Folding::fold).collect(Collectors.joining("\n")));
    }

    /**
     * Whether these criteria hold, terms aside.
     *
     * @param folded the units asked for, folded
     */
    boolean meetAttributes(Criteria criteria, Set<String> folded) {
        return criteria.kinds().contains(kind)
                && asksNothingOrMeets(criteria.domains(), domains)
                && asksNothingOrMeets(criteria.zones(), zones)
                && asksNothingOrMeets(criteria.regions(), regions)
                && asksNothingOrMeets(folded, units)
                && (criteria.originality().isEmpty()
                        || (originality != null && criteria.originality().contains(originality)))
                && (criteria.scopes().isEmpty()
                        || (scope != null && criteria.scopes().contains(scope)));
    }

    private static boolean asksNothingOrMeets(Set<?> asked, Set<?> given) {
        return asked.isEmpty() || !Collections.disjoint(asked, given);
    }
}
