package io.casewire.notify.matching;

import io.casewire.contracts.event.Event;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.subscription.Criteria;
import io.casewire.query.AskedQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Criteria, asked of one event after the other. */
public final class EventFilter {
    private static final FactFinder FINDER = new FactFinder(Gazetteer.standard());

    private final Criteria criteria;
    private final Conditions conditions;
    private final @Nullable AskedQuery asked;

    public EventFilter(Criteria criteria) {
        this.criteria = criteria;
        this.conditions = Conditions.of(criteria, Keys.of(criteria));
        this.asked = criteria.asked();
    }

    /** What of an event is asked about; empty for one nobody is sent messages about. */
    public static Optional<Facts> facts(Event event) {
        return FINDER.facts(event);
    }

    /** Whether all that is asked holds. */
    public boolean takes(Facts facts) {
        return criteria.kinds().contains(facts.kind())
                && conditions.hold(facts.attributes())
                && (asked == null || asked.isAnsweredBy(facts.content()));
    }
}
