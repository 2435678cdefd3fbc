package io.casewire.catalog.search;

import io.casewire.gazetteer.Place;
import io.casewire.query.AskedFigure;
import io.casewire.query.AskedQuery;
import io.casewire.query.Gram;
import io.casewire.text.TypedQuery;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for, as it was understood with an index at hand.
 *
 * @param typed the query as it was typed
 * @param asked what it asks for whatever there is to be found, one wrong character put right
 * @param places weigh as filters would
 * @param units keys of units; who is responsible comes before who is mentioned
 * @param named the names of places and the figures as they were typed
 * @param unknown stretches that stand in no case at all
 * @param corrected the whole query with the right character; null where none was wrong
 */
record AnalysedQuery(
        TypedQuery typed,
        AskedQuery asked,
        List<Place> places,
        List<String> units,
        List<String> named,
        List<String> unknown,
        @Nullable String corrected) {
    AnalysedQuery {
        places = List.copyOf(places);
        units = List.copyOf(units);
        named = List.copyOf(named);
        unknown = List.copyOf(unknown);
    }

    /** What is looked for as text. */
    List<TypedQuery.Part> words() {
        return asked.words();
    }

    /** What may not stand in a case. */
    List<String> excluded() {
        return asked.excluded();
    }

    /** Figures, each a condition on effects or a text. */
    List<AskedFigure> figures() {
        return asked.figures();
    }

    /** Whether it is one word that has no parts: a case has it or not, and there is no most of it. */
    boolean isOneTerm() {
        return words().size() == 1
                && places.isEmpty()
                && figures().isEmpty()
                && Gram.of(words().getFirst().text()).size() == 1;
    }

    /** Everything wanted in the order it was typed, separated by blanks. */
    String wanted() {
        return typed.wanted().stream().map(TypedQuery.Part::text).collect(Collectors.joining(" "));
    }
}
