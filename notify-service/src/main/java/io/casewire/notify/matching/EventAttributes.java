package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.EventKind;
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
}
