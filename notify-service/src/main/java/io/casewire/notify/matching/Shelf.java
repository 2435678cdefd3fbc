package io.casewire.notify.matching;

import io.casewire.notify.matching.Filed.Drawer;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.Particulars;
import io.casewire.query.AskedQuery;
import io.casewire.query.Clue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The criteria that ask for one kind of event, in drawers: each lies under every value of its most selective condition, any of which
 * leads an event there that may satisfy it.
 */
final class Shelf<T> {
    private static final int MOST_PAIRS = 16;

    private final Map<Object, Set<Filed<T>>> drawers = new HashMap<>();
    /** How many drawers are for places of queries, and for clues: both are read out of an event's text for them only. */
    private int places;

    private int clues;
    private int pairs;

    void add(Filed<T> filed) {
        Collection<?> labels = labels(filed);
        if (labels.size() > 1) {
            filed.isInSeveral();
        }
        for (Object label : labels) {
            Set<Filed<T>> drawer = drawers.get(label);
            if (drawer == null) {
                drawer = new HashSet<>();
                drawers.put(label, drawer);
                count(label, 1);
            }
            drawer.add(filed);
            filed.drawers().add(new Drawer(this, label));
        }
    }

    void remove(Filed<T> filed) {
        for (Drawer place : filed.drawers()) {
            Set<Filed<T>> drawer = place.shelf() == this ? drawers.get(place.label()) : null;
            if (drawer != null && drawer.remove(filed) && drawer.isEmpty()) {
                drawers.remove(place.label());
                count(place.label(), -1);
            }
        }
    }

    /** Shows what lies where an event of these facts points; criteria may be shown more than once. */
    void look(Facts facts, Consumer<Filed<T>> shown) {
        show(Anything.INSTANCE, shown);
        List<Object> values = values(facts);
        values.forEach(value -> show(value, shown));
        if (pairs > 0) {
            for (int first = 0; first < values.size(); first++) {
                for (int second = first + 1; second < values.size(); second++) {
                    show(new Pair(values.get(first), values.get(second)), shown);
                }
            }
        }
        if (places > 0) {
            facts.content().places().forEach(place -> show(new AskedPlace(place), shown));
        }
        if (clues > 0) {
            facts.clues().forEach(clue -> show(clue, shown));
        }
    }

    /** Labels of what an event is, in the order of {@link #attributes}. */
    private static List<Object> values(Facts facts) {
        List<Object> values = new ArrayList<>();
        Standing standing = facts.standing();
        facts.units().forEach(unit -> values.add(new Unit(unit)));
        standing.instruments().forEach(instrument -> values.add(new Instrument(instrument)));
        facts.areas().forEach(area -> values.add(new Area(area)));
        standing.concerned().forEach(place -> values.add(new Concerned(place)));
        facts.zones().forEach(zone -> values.add(new Zone(zone)));
        facts.regions().forEach(region -> values.add(new Region(region)));
        values.addAll(facts.domains());
        Stream.of(
                        facts.originality(),
                        standing.outcome(),
                        standing.status(),
                        standing.level(),
                        standing.genre(),
                        standing.strength(),
                        facts.scope())
                .filter(Objects::nonNull)
                .forEach(values::add);
        return values;
    }

    private void count(Object label, int change) {
        switch (label) {
            case AskedPlace _ -> places += change;
            case Clue _ -> clues += change;
            case Pair _ -> pairs += change;
            default -> {}
        }
    }

    private void show(Object label, Consumer<Filed<T>> shown) {
        Set<Filed<T>> drawer = drawers.get(label);
        if (drawer != null) {
            drawer.forEach(shown);
        }
    }

    /** Of the two attributes that part criteria best, where they ask for two; of the query, where fewer lie there. */
    private Collection<?> labels(Filed<T> filed) {
        List<Collection<?>> asked = attributes(filed.criteria(), filed.keys())
                .filter(values -> !values.isEmpty())
                .limit(2)
                .toList();
        Collection<?> both = asked.size() == 2 ? pairs(asked.getFirst(), asked.getLast()) : List.of();
        AskedQuery query = filed.asked();
        Collection<?> ofQuery = query == null ? List.of() : ofQuery(query);
        if (!both.isEmpty() && (ofQuery.isEmpty() || crowd(both) <= crowd(ofQuery))) {
            return both;
        }
        if (!ofQuery.isEmpty()) {
            return ofQuery;
        }
        return asked.isEmpty() ? List.of(Anything.INSTANCE) : asked.getFirst();
    }

    private Collection<?> ofQuery(AskedQuery query) {
        Set<Clue> found = query.clues(this::crowd);
        return found.isEmpty()
                ? query.placesAlone().stream()
                        .map(place -> new AskedPlace(place.id()))
                        .toList()
                : found;
    }

    /** Each of the ones with each of the others; none where that is too many drawers for one. */
    private static Collection<Pair> pairs(Collection<?> first, Collection<?> second) {
        return first.size() * second.size() > MOST_PAIRS
                ? List.of()
                : first.stream()
                        .flatMap(one -> second.stream().map(other -> new Pair(one, other)))
                        .toList();
    }

    /** Values of each attribute asked for, the most selective first. */
    private static Stream<Collection<?>> attributes(Criteria criteria, Keys keys) {
        Particulars particulars = criteria.particulars();
        return Stream.of(
                keys.units().stream().map(Unit::new).toList(),
                keys.instruments().stream().map(Instrument::new).toList(),
                criteria.areas().stream().map(Area::new).toList(),
                particulars.concerns() == null ? List.of() : List.of(new Concerned(particulars.concerns())),
                criteria.zones().stream().map(Zone::new).toList(),
                criteria.regions().stream().map(Region::new).toList(),
                criteria.domains(),
                criteria.originality(),
                particulars.outcomes(),
                particulars.statuses(),
                particulars.levels(),
                particulars.genres(),
                particulars.strengths(),
                criteria.scopes());
    }

    // popular words and values do not all end in one drawer
    private int crowd(Object label) {
        return drawers.getOrDefault(label, Set.of()).size();
    }

    private int crowd(Collection<?> labels) {
        return labels.stream().mapToInt(this::crowd).sum();
    }

    private record Pair(Object first, Object second) {}

    private record Unit(String name) {}

    private record Instrument(String key) {}

    private record Concerned(String code) {}

    private record Area(String name) {}

    private record Zone(String name) {}

    private record Region(String code) {}

    private record AskedPlace(String id) {}

    private enum Anything {
        INSTANCE
    }
}
