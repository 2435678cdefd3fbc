package io.casewire.query;

import io.casewire.gazetteer.Place;
import io.casewire.query.figure.AskedFigures;
import io.casewire.text.QuestionWords;
import io.casewire.text.SearchText;
import io.casewire.text.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What a typed query asks for. A search shows it all and says what a case has not of it ({@link #leftOut}); a subscription is told of
 * what has all of it ({@link #isAnsweredBy}).
 */
public final class AskedQuery {
    private final List<TypedQuery.Part> words;
    private final List<String> excluded;
    private final List<AskedPlaces> places;
    private final List<AskedFigure> figures;
    /** Worked out once: a subscription's query is asked of every event that comes near it. */
    private final List<AskedWord> askedWords;

    private final List<String> excludedLines;
    private final List<Place> placesAlone;

    private AskedQuery(
            List<TypedQuery.Part> words, List<String> excluded, List<AskedPlaces> places, List<AskedFigure> figures) {
        this.words = List.copyOf(words);
        this.excluded = List.copyOf(excluded);
        this.places = List.copyOf(places);
        this.figures = List.copyOf(figures);
        this.askedWords = AskedWord.all(words);
        this.excludedLines =
                excluded.stream().map(text -> SearchText.of(text).line()).toList();
        this.placesAlone = places.stream()
                .flatMap(asked -> asked.alone().stream())
                .distinct()
                .toList();
    }

    /** Reads a query: figures first, then question words, places, and what is left as words. Quotations are taken as they are. */
    public static AskedQuery of(TypedQuery typed) {
        List<TypedQuery.Part> words = new ArrayList<>();
        List<AskedPlaces> places = new ArrayList<>();
        List<AskedFigure> figures = new ArrayList<>();
        for (TypedQuery.Part part : typed.wanted()) {
            if (part.exact()) {
                words.add(part);
                continue;
            }
            AskedFigures asked = AskedFigures.in(part.text());
            if (!asked.isEmpty()) {
                figures.add(AskedFigure.of(asked, part.text()));
            }
            for (String stretch : withoutFigures(part.text(), asked)) {
                for (String plain : QuestionWords.removedFrom(stretch)) {
                    AskedPlaces found = AskedPlaces.in(plain);
                    if (!found.places().isEmpty()) {
                        places.add(found);
                    }
                    found.left().forEach(left -> words.add(new TypedQuery.Part(left, false)));
                }
            }
        }
        return new AskedQuery(
                words.stream().filter(word -> !Gram.of(word.text()).isEmpty()).toList(),
                typed.excluded().stream()
                        .filter(text -> !Gram.of(text).isEmpty())
                        .toList(),
                places,
                figures);
    }

    /** What is looked for as text: quotations, and what is left without question words, names of places and figures. */
    public List<TypedQuery.Part> words() {
        return words;
    }

    /** What may not stand anywhere. */
    public List<String> excluded() {
        return excluded;
    }

    /** Where places were named, by the stretches they stand in. */
    public List<AskedPlaces> places() {
        return places;
    }

    /** Figures, by the typed part. */
    public List<AskedFigure> figures() {
        return figures;
    }

    /** The same with other words. */
    public AskedQuery withWords(List<TypedQuery.Part> others) {
        return new AskedQuery(others, excluded, places, figures);
    }

    /** Whether nothing is asked for that can be there or not: it was punctuation. */
    public boolean isEmpty() {
        return words.isEmpty() && excluded.isEmpty() && placesAlone().isEmpty() && figures.isEmpty();
    }

    /** The places asked for by their name alone, any of which is enough. */
    public List<Place> placesAlone() {
        return placesAlone;
    }

    /**
     * Whether all of it is there, as {@link #leftOut} has it, and nothing that is excluded; never for a query of punctuation. Asked of every
     * event for many subscriptions, it looks no further than the first that is missing.
     */
    public boolean isAnsweredBy(Content content) {
        if (isEmpty()) {
            return false;
        }
        ContentText text = content.text();
        for (AskedWord word : askedWords) {
            if (!word.isIn(text)) {
                return false;
            }
        }
        for (String line : excludedLines) {
            if (text.hasLine(line)) {
                return false;
            }
        }
        return (placesAlone.isEmpty() || hasAnyPlace(content))
                && figures.stream().allMatch(figure -> figure.isIn(content));
    }

    private boolean hasAnyPlace(Content content) {
        return placesAlone.stream().map(Place::id).anyMatch(content.places()::contains);
    }

    /**
     * What of it is not there, as typed: stretches of words, a figure, the names of places where none of them is. Other names of a word
     * count as the word; one that is nearly the same does not.
     */
    public List<String> leftOut(Content content) {
        List<String> leftOut = new ArrayList<>();
        for (AskedWord word : askedWords) {
            leftOut.addAll(word.missingFrom(content.text()));
        }
        if (!placesAlone.isEmpty() && !hasAnyPlace(content)) {
            places.forEach(asked -> leftOut.addAll(asked.names()));
        }
        for (AskedFigure figure : figures) {
            if (!figure.isIn(content)) {
                leftOut.addAll(figure.texts());
            }
        }
        return List.copyOf(leftOut);
    }

    /**
     * Clues of which every text that answers has one; empty where its words leave none.
     *
     * @param crowd how many others go by a clue: of several choices the one with the fewest is taken
     */
    public Set<Clue> clues(ToIntFunction<Clue> crowd) {
        return askedWords.stream()
                .map(word -> word.clues(crowd))
                .filter(clues -> !clues.isEmpty())
                .min(Comparator.comparingInt(
                        clues -> clues.stream().mapToInt(crowd).sum()))
                .orElse(Set.of());
    }

    private static List<String> withoutFigures(String part, AskedFigures asked) {
        List<String> stretches = new ArrayList<>();
        int from = 0;
        for (AskedFigures.Part figure : asked.parts()) {
            if (figure.start() >= from) {
                add(part.substring(from, figure.start()), stretches);
            }
            from = Math.max(from, figure.end());
        }
        add(part.substring(from), stretches);
        return stretches;
    }

    private static void add(String stretch, List<String> stretches) {
        if (!Gram.of(stretch).isEmpty()) {
            stretches.add(stretch);
        }
    }
}
