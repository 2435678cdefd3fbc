package io.casewire.notify.matching;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.notify.subscription.EventKind;
import io.casewire.query.Content;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an event criteria can ask about.
 *
 * @param content what queries are asked of
 */
public record Facts(EventAttributes attributes, Content content) {
    /** Lets go of what was worked out of its text. */
    public void forget() {
        content.forget();
    }

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

    Standing standing() {
        return attributes.standing();
    }
}
