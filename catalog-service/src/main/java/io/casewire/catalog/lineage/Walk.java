package io.casewire.catalog.lineage;

import io.casewire.contracts.event.LinkEvent.Decision;
import io.casewire.contracts.event.LinkEvent.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds who is linked with a case: over confirmed links as far as they go, over a proposed link one step, over a link that a person
 * rejected not at all, even where another way leads there.
 */
final class Walk {
    /** More tellings of one innovation are not shown. */
    static final int MOST = 200;

    private static final int LINKS_AT_ONCE = 4 * MOST;

    private final Links links;
    private final String start;
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final Map<String, Reached> rejected = new LinkedHashMap<>();

    private Walk(Links links, String start) {
        this.links = links;
        this.start = start;
    }

    /** How a telling was reached. */
    record Reached(double confidence, LinkState state, List<String> reason) {
        private Reached over(StoredLink link) {
            return new Reached(
                    Math.min(confidence, certainty(link)),
                    link.state(),
                    link.link().reasons());
        }

        private static double certainty(StoredLink link) {
            return link.decidedByPerson() ? 1 : link.link().confidence();
        }
    }

    /** Everybody reached, by id, the start first. */
    static Map<String, Reached> from(Links links, String start) {
        return new Walk(links, start).walk();
    }

    private Map<String, Reached> walk() {
        reached.put(start, new Reached(1, LinkState.CONFIRMED, List.of()));
        List<StoredLink> own = touching(Set.of(start), EnumSet.allOf(LinkState.class));
        if (own.isEmpty()) {
            return reached;
        }
        own.forEach(this::noteRejected);
        Set<String> frontier = Set.of(start);
        while (!frontier.isEmpty() && reached.size() < MOST) {
            frontier = step(frontier, LinkState.CONFIRMED);
        }
        step(new LinkedHashSet<>(reached.keySet()), LinkState.PROPOSED);
        reached.putAll(rejected);
        return reached;
    }

    private void noteRejected(StoredLink link) {
        Decision decision = link.link().decision();
        if (link.state() == LinkState.REJECTED && decision != null) {
            rejected.put(
                    link.other(start),
                    new Reached(link.link().confidence(), LinkState.REJECTED, List.of(decision.reason())));
        }
    }

    private Set<String> step(Set<String> from, LinkState state) {
        Set<String> next = new LinkedHashSet<>();
        for (StoredLink link : touching(from, EnumSet.of(state))) {
            for (String end : List.of(link.link().from(), link.link().to())) {
                String other = link.other(end);
                Reached before = reached.get(end);
                if (from.contains(end)
                        && before != null
                        && before.state() == LinkState.CONFIRMED
                        && !reached.containsKey(other)
                        && !rejected.containsKey(other)
                        && reached.size() < MOST) {
                    reached.put(other, before.over(link));
                    next.add(other);
                }
            }
        }
        return next;
    }

    private List<StoredLink> touching(Collection<String> ends, Set<LinkState> states) {
        return links.touching(ends, Kind.SAME_INNOVATION, states, LINKS_AT_ONCE);
    }
}
