package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.query.AskedQuery;
import io.casewire.text.TypedQuery;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * What a subscription asks for. An event matches when every criterion that is set holds; within one, any value will do.
 * An empty criterion asks nothing.
 *
 * @param kinds event kinds; if none is given, those of cases, or those that the particulars can be asked of
 * @param domains of the case or of the obligation's case
 * @param zones full names, {@code 湖南自贸试验区}
 * @param areas names of areas of zones, {@code 岳阳片区}
 * @param regions six-digit codes; a province stands for everything within it
 * @param units any unit named: origin, lead, supporting, or a document's issuer
 * @param originality claims of being first
 * @param scopes of the promotion
 * @param query as one types it into a search; an event answers that has all it asks for
 * @param particulars further ones, beside these in JSON and in the store
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Criteria(
        Set<EventKind> kinds,
        Set<Domain> domains,
        Set<String> zones,
        Set<String> areas,
        Set<String> regions,
        Set<String> units,
        Set<Originality> originality,
        Set<PromotionScope> scopes,
        @Nullable String query,
        @JsonUnwrapped @Unwrapped.Empty Particulars particulars) {
    public Criteria(
            @Nullable Set<EventKind> kinds,
            @Nullable Set<Domain> domains,
            @Nullable Set<String> zones,
            @Nullable Set<String> areas,
            @Nullable Set<String> regions,
            @Nullable Set<String> units,
            @Nullable Set<Originality> originality,
            @Nullable Set<PromotionScope> scopes,
            @Nullable String query,
            @Nullable Particulars particulars) {
        this.particulars = particulars == null ? Particulars.NONE : particulars;
        this.kinds = sorted(kinds == null || kinds.isEmpty() ? EventKind.askedBy(this.particulars) : kinds);
        this.domains = sorted(domains);
        this.zones = sorted(zones);
        this.areas = sorted(areas);
        this.regions = sorted(regions);
        this.units = sorted(units);
        this.originality = sorted(originality);
        this.scopes = sorted(scopes);
        this.query = query == null || query.isBlank() ? null : query.strip();
    }

    /** Without particulars. */
    public Criteria(
            @Nullable Set<EventKind> kinds,
            @Nullable Set<Domain> domains,
            @Nullable Set<String> zones,
            @Nullable Set<String> areas,
            @Nullable Set<String> regions,
            @Nullable Set<String> units,
            @Nullable Set<Originality> originality,
            @Nullable Set<PromotionScope> scopes,
            @Nullable String query) {
        this(kinds, domains, zones, areas, regions, units, originality, scopes, query, Particulars.NONE);
    }

    /** What the query asks for; null where there is none. */
    public @Nullable AskedQuery asked() {
        return query == null ? null : AskedQuery.of(TypedQuery.parse(query));
    }

    private static <T extends Comparable<T>> Set<T> sorted(@Nullable Set<T> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
