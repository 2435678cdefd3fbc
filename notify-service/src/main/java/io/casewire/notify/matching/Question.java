package io.casewire.notify.matching;

import io.casewire.query.AskedQuery;
import io.casewire.query.Clue;
import java.util.Set;

/**
 * All criteria with the same query: it is asked of an event once, however many there are. Compared by identity.
 *
 * @param query what it asks for
 * @param clues that lead to it; where there are none, places do, and where there are none either, every event does
 * @param places ids of places asked for by their name alone
 * @param criteria with that query
 */
record Question<T>(AskedQuery query, Set<Clue> clues, Set<String> places, Drawers<T> criteria) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
