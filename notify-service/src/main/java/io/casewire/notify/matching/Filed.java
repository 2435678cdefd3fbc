package io.casewire.notify.matching;

import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import java.time.Instant;

/** Criteria in their place; compared by identity. */
final class Filed<T> {
    private final Period<T> period;

    Filed(Period<T> period) {
        this.period = period;
    }

    T owner() {
        return period.owner();
    }

    Criteria criteria() {
        return period.criteria();
    }

    /** Whether the criteria hold for what is recorded at that time. */
    boolean holdsAt(Instant recorded) {
        return !recorded.isBefore(period.from()) && recorded.isBefore(period.until());
    }
}
