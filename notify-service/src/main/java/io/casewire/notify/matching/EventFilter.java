package io.casewire.notify.matching;

import io.casewire.contracts.event.Event;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.subscription.Criteria;
import io.casewire.text.ComparableKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Criteria without a query, asked of one event after the other. */
public final class EventFilter {
    private static final FactFinder FINDER = new FactFinder(Gazetteer.standard());

    private final Criteria criteria;
    private final Set<String> units;

    /** @throws IllegalArgumentException for criteria with a query, which takes an index */
    public EventFilter(Criteria criteria) {
        if (criteria.query() != null) {
            throw new IllegalArgumentException("A filter looks at no text");
        }
        this.criteria = criteria;
        this.units = criteria.units().stream().map(ComparableKey::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What of an event is asked about; empty for one nobody is sent messages about. */
    public static Optional<EventAttributes> attributes(Event event) {
        return FINDER.attributes(event);
    }

    /** Whether all that is asked holds. */
    public boolean takes(EventAttributes attributes) {
        return attributes.meet(criteria, units);
    }
}
