package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.text.SearchText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an event criteria can ask about.
 *
 * @param text everything readable; no term is found over the ends of its parts
 */
record Facts(EventAttributes attributes, SearchText text) {
    EventKind kind() {
        return attributes.kind();
    }

    Set<Domain> domains() {
        return attributes.domains();
    }

    Set<String> zones() {
        return attributes.zones();
    }

    Set<String> areas() {
        return attributes.areas();
    }

    Set<String> regions() {
        return attributes.regions();
    }

    Set<String> units() {
        return attributes.units();
    }

    @Nullable
    Originality originality() {
        return attributes.originality();
    }

    @Nullable
    PromotionScope scope() {
        return attributes.scope();
    }

    /**
     * Whether these criteria hold, terms aside.
     *
     * @param unitKeys of the units asked for
     */
    boolean meetAttributes(Criteria criteria, Set<String> unitKeys) {
        return attributes.meet(criteria, unitKeys);
    }

    /** Facts whose text is not made comparable yet. */
    record Found(EventAttributes attributes, List<String> texts) {
        Facts facts() {
            return new Facts(attributes, SearchText.of(texts));
        }
    }
}
