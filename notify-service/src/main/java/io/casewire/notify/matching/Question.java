package io.casewire.notify.matching;

import io.casewire.query.AskedQuery;
import io.casewire.query.Clue;
import java.util.Set;

/** All criteria with the same query: it is asked of an event once, however many there are. Compared by identity. */
final class Question<T> {
    private final AskedQuery query;
    private final Set<Clue> clues;
    private final Set<String> places;
    private final Drawers<T> criteria = new Drawers<>();

    /**
     * @param query what it asks for
     * @param clues that lead to it; where there are none, places do, and where there are none either, every event does
     * @param places ids of places asked for by their name alone
     */
    Question(AskedQuery query, Set<Clue> clues, Set<String> places) {
        this.query = query;
        this.clues = clues;
        this.places = places;
    }

    AskedQuery query() {
        return query;
    }

    Set<Clue> clues() {
        return clues;
    }

    Set<String> places() {
        return places;
    }

    Drawers<T> criteria() {
        return criteria;
    }
}
