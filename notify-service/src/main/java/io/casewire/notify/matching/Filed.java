package io.casewire.notify.matching;

import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import io.casewire.query.AskedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Criteria in their drawers; compared by identity. */
final class Filed<T> {
    private final Period<T> period;
    private final Keys keys;
    private final @Nullable AskedQuery asked;
    private final List<Drawer> drawers = new ArrayList<>();

    /** Where criteria lie. */
    record Drawer(Shelf<?> shelf, Object label) {}

    Filed(Period<T> period) {
        Criteria criteria = period.criteria();
        this.period = period;
        this.keys = Keys.of(criteria);
        this.asked = criteria.asked();
    }

    T owner() {
        return period.owner();
    }

    Criteria criteria() {
        return period.criteria();
    }

    /** Of the names asked for. */
    Keys keys() {
        return keys;
    }

    /** What the query asks for; null where there is none. */
    @Nullable
    AskedQuery asked() {
        return asked;
    }

    List<Drawer> drawers() {
        return drawers;
    }

    boolean holdsFor(Facts facts, Instant recorded) {
        return !recorded.isBefore(period.from())
                && recorded.isBefore(period.until())
                && facts.meetAttributes(period.criteria(), keys)
                && (asked == null || asked.isAnsweredBy(facts.content()));
    }
}
