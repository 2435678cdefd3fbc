package io.casewire.notify.matching;

import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.text.ComparableKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Criteria, found by the events that satisfy them. Each is filed once for each of its kinds, under its most selective
 * condition: two neighbouring characters of a query term if it has a query, else the values of one attribute. An event looks only where
 * its own characters and values point and tests what it finds there, so that its cost follows the number of
 * near-matches, not of subscriptions.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> whose criteria they are
 */
final class CriteriaIndex<T> {
    private final Map<EventKind, Map<Object, Set<Filed<T>>>> shelves = new EnumMap<>(EventKind.class);
    private final Map<String, List<Filed<T>>> byOwner = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /**
     * Files the criteria of an owner in the place of those it had; none removes it.
     *
     * @param periods not overlapping
     */
    void put(String owner, List<Period<T>> periods) {
        lock.writeLock().lock();
        try {
            List<Filed<T>> former = byOwner.remove(owner);
            if (former != null) {
                former.forEach(this::unfile);
            }
            if (!periods.isEmpty()) {
                byOwner.put(owner, periods.stream().map(this::file).toList());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whose criteria hold for an event of these facts, recorded at that time; in no order. */
    List<T> matches(Facts facts, Instant recorded) {
        lock.readLock().lock();
        try {
            return new Search<T>(facts, recorded, shelves.getOrDefault(facts.kind(), Map.of())).run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many owners have criteria here. */
    int size() {
        lock.readLock().lock();
        try {
            return byOwner.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Filed<T> file(Period<T> period) {
        Criteria criteria = period.criteria();
        List<String> units = criteria.units().stream().map(ComparableKey::of).toList();
        Filed<T> filed =
                new Filed<>(period, Set.copyOf(units), criteria.terms(), criteria.excludedTerms(), new ArrayList<>());
        for (EventKind kind : criteria.kinds()) {
            Map<Object, Set<Filed<T>>> shelf = shelves.computeIfAbsent(kind, _ -> new HashMap<>());
            for (Object label : labels(criteria, units, shelf)) {
                shelf.computeIfAbsent(label, _ -> new HashSet<>()).add(filed);
                filed.places().add(new Place(kind, label));
            }
        }
        return filed;
    }

    private void unfile(Filed<T> filed) {
        for (Place place : filed.places()) {
            Map<Object, Set<Filed<T>>> shelf = shelves.getOrDefault(place.kind(), Map.of());
            Set<Filed<T>> drawer = shelf.get(place.label());
            if (drawer != null && drawer.remove(filed) && drawer.isEmpty()) {
                shelf.remove(place.label());
            }
        }
    }

    /** Where to file: under each of these, any of which leads an event there that may satisfy the criteria. */
    private static <T> Collection<?> labels(Criteria criteria, List<String> units, Map<Object, Set<Filed<T>>> shelf) {
        Optional<Pair> pair = rarestPair(criteria.terms(), shelf);
        if (pair.isPresent()) {
            return List.of(pair.get());
        }
        return List.of(
                        units.stream().map(Unit::new).toList(),
                        criteria.areas().stream().map(Area::new).toList(),
                        criteria.zones().stream().map(Zone::new).toList(),
                        criteria.regions().stream().map(Region::new).toList(),
                        criteria.domains(),
                        criteria.originality(),
                        criteria.scopes())
                .stream()
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of(Anything.INSTANCE));
    }

    // the pair fewest others are filed under: popular words do not all end in one drawer
    private static <T> Optional<Pair> rarestPair(List<String> terms, Map<Object, Set<Filed<T>>> shelf) {
        List<Pair> pairs = new ArrayList<>();
        for (String term : terms) {
            for (int i = 0; i + 1 < term.length(); i++) {
                pairs.add(Pair.at(term, i));
            }
        }
        return pairs.stream().min(Comparator.comparingInt(pair -> shelf.getOrDefault(pair, Set.of())
                .size()));
    }

    /**
     * Criteria and the time they hold for.
     *
     * @param from recorded at that time or later
     * @param until and before that time
     */
    record Period<T>(T owner, Criteria criteria, Instant from, Instant until) {}

    /** One look through the index. */
    private static final class Search<T> {
        private final Facts facts;
        private final Instant recorded;
        private final Map<Object, Set<Filed<T>>> shelf;
        private final Map<String, Boolean> terms = new HashMap<>();
        private final List<T> found = new ArrayList<>();
        private final Set<Filed<T>> seen = new HashSet<>();

        Search(Facts facts, Instant recorded, Map<Object, Set<Filed<T>>> shelf) {
            this.facts = facts;
            this.recorded = recorded;
            this.shelf = shelf;
        }

        List<T> run() {
            if (shelf.isEmpty()) {
                return found;
            }
            look(Anything.INSTANCE);
            facts.units().forEach(unit -> look(new Unit(unit)));
            facts.areas().forEach(area -> look(new Area(area)));
            facts.zones().forEach(zone -> look(new Zone(zone)));
            facts.regions().forEach(region -> look(new Region(region)));
            facts.domains().forEach(this::look);
            if (facts.originality() != null) {
                look(facts.originality());
            }
            if (facts.scope() != null) {
                look(facts.scope());
            }
            pairs().forEach(this::look);
            return found;
        }

        private Set<Pair> pairs() {
            Set<Pair> pairs = new HashSet<>();
            String text = facts.text().line();
            for (int i = 0; i + 1 < text.length(); i++) {
                pairs.add(Pair.at(text, i));
            }
            return pairs;
        }

        private void look(Object label) {
            Set<Filed<T>> drawer = shelf.get(label);
            if (drawer == null) {
                return;
            }
            for (Filed<T> filed : drawer) {
                // filed under several values of one attribute, it may be met again
                if (holds(filed) && seen.add(filed)) {
                    found.add(filed.period().owner());
                }
            }
        }

        private boolean holds(Filed<T> filed) {
            Period<T> period = filed.period();
            return !recorded.isBefore(period.from())
                    && recorded.isBefore(period.until())
                    && facts.meetAttributes(period.criteria(), filed.units())
                    // a query without a term, stored before such were refused, asks for what no event has
                    && (period.criteria().query() == null || !filed.terms().isEmpty())
                    && filed.terms().stream().allMatch(this::stands)
                    && filed.excluded().stream().noneMatch(this::stands);
        }

        private boolean stands(String term) {
            return terms.computeIfAbsent(term, facts.text()::contains);
        }
    }

    /** Criteria in their drawers; compared by identity. */
    private static final class Filed<T> {
        private final Period<T> period;
        private final Set<String> units;
        private final List<String> terms;
        private final List<String> excluded;
        private final List<Place> places;

        Filed(Period<T> period, Set<String> units, List<String> terms, List<String> excluded, List<Place> places) {
            this.period = period;
            this.units = units;
            this.terms = terms;
            this.excluded = excluded;
            this.places = places;
        }

        Period<T> period() {
            return period;
        }

        Set<String> units() {
            return units;
        }

        List<String> terms() {
            return terms;
        }

        List<String> excluded() {
            return excluded;
        }

        List<Place> places() {
            return places;
        }
    }

    private record Place(EventKind kind, Object label) {}

    private record Unit(String name) {}

    private record Area(String name) {}

    private record Zone(String name) {}

    private record Region(String code) {}

    /** Two neighbouring UTF-16 units. */
    private record Pair(int units) {
        static Pair at(String text, int index) {
            return new Pair(text.charAt(index) << 16 | text.charAt(index + 1));
        }
    }

    private enum Anything {
        INSTANCE
    }
}
