package io.casewire.notify.subscription;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for; the criteria are those of {@link Criteria}.
 *
 * @param agency for whom; only an operator may name one, an agency's token names its own
 * @param includeHistory false if absent
 * @param active true if absent
 */
record SubscriptionWish(
        @Nullable String agency,
        @Nullable Set<EventKind> kinds,
        @Nullable Set<Domain> domains,
        @Nullable Set<String> zones,
        @Nullable Set<String> regions,
        @Nullable Set<String> units,
        @Nullable Set<Originality> originality,
        @Nullable Set<PromotionScope> scopes,
        @Nullable String query,
        @Nullable Boolean includeHistory,
        @Nullable Boolean active,
        @Nullable Webhook webhook) {

    Criteria criteria() {
        return new Criteria(kinds, domains, zones, regions, units, originality, scopes, query);
    }

    /**
     * Where to.
     *
     * @param secret {@code whsec_…}; drawn by the service if absent
     */
    record Webhook(@Nullable String url, @Nullable String secret) {
        @Override
        public String toString() {
            return "Webhook";
        }
    }
}
