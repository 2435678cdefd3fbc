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
    private final Conditions conditions;
    private final @Nullable AskedQuery asked;
    private final List<Drawer> drawers = new ArrayList<>();
    private boolean metAgain;

    /** Where criteria lie. */
    record Drawer(Shelf<?> shelf, Object label) {}

    Filed(Period<T> period) {
        Criteria criteria = period.criteria();
        this.period = period;
        this.keys = Keys.of(criteria);
        this.conditions = Conditions.of(criteria, keys);
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

    /** Whether one event may come upon it more than once. */
    boolean mayBeMetAgain() {
        return metAgain;
    }

    /** It lies in several drawers of one shelf. */
    void isInSeveral() {
        metAgain = true;
    }

    List<Drawer> drawers() {
        return drawers;
    }

    /** Whether it holds for an event of a kind it is filed under. */
    boolean holdsFor(Facts facts, Instant recorded) {
        return !recorded.isBefore(period.from())
                && recorded.isBefore(period.until())
                && conditions.hold(facts.attributes())
                && (asked == null || asked.isAnsweredBy(facts.content()));
    }
}
