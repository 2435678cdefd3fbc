package io.casewire.notify.matching;

import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Criteria, found by the events that satisfy them. Each is filed once for each of its kinds: by the clues of its query
 * ({@link io.casewire.query.Clue}) if it has one, with all that ask the same, and by the values of its attributes. An event looks only where
 * its own characters and values point and tests what it finds there, so that its cost follows the number of
 * matches and of different queries that come near, not of subscriptions.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> whose criteria they are
 */
final class CriteriaIndex<T> {
    private final Map<EventKind, Shelf<T>> shelves = new EnumMap<>(EventKind.class);
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
            Shelf<T> shelf = shelves.get(facts.kind());
            if (shelf == null) {
                return List.of();
            }
            List<T> found = new ArrayList<>();
            shelf.look(facts, filed -> {
                if (filed.holdsAt(recorded)) {
                    found.add(filed.owner());
                }
            });
            return found;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many queries are asked of an event of these facts, of all there are. */
    int asked(Facts facts) {
        lock.readLock().lock();
        try {
            Shelf<T> shelf = shelves.get(facts.kind());
            return shelf == null ? 0 : shelf.asked(facts);
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
        Filed<T> filed = new Filed<>(period);
        for (EventKind kind : period.criteria().kinds()) {
            shelves.computeIfAbsent(kind, _ -> new Shelf<>()).add(filed);
        }
        return filed;
    }

    private void unfile(Filed<T> filed) {
        for (EventKind kind : filed.criteria().kinds()) {
            Shelf<T> shelf = shelves.get(kind);
            if (shelf != null) {
                shelf.remove(filed);
            }
        }
    }

    /**
     * Criteria and the time they hold for.
     *
     * @param from recorded at that time or later
     * @param until and before that time
     */
    record Period<T>(T owner, Criteria criteria, Instant from, Instant until) {}
}
