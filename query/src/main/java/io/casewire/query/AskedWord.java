package io.casewire.query;

import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import io.casewire.text.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * One of the words of a query: it is there as it stands under one of its names, or, if it was not quoted, with each of its characters
 * in a pair of them, or joined with the word beside it.
 *
 * @param pieces of its text
 * @param grams the terms of its text
 * @param names lines of the names it goes by, its own first
 * @param joined words that it makes with its neighbours
 */
record AskedWord(TypedQuery.Part part, List<Piece> pieces, List<Gram> grams, List<String> names, List<Gram> joined) {
    private static final Synonyms SYNONYMS = Synonyms.bundled();

    static List<AskedWord> all(List<TypedQuery.Part> words) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> of(words.get(at), Gram.joinedWithNeighbours(words, at)))
                .toList();
    }

    private static AskedWord of(TypedQuery.Part part, List<Gram> joined) {
        List<Piece> pieces = SearchText.of(part.text()).pieces();
        List<String> names = SYNONYMS.variants(part.text()).stream()
                .map(name -> SearchText.of(name).line())
                .filter(line -> !line.isEmpty())
                .toList();
        return new AskedWord(part, pieces, Gram.of(pieces), names, joined);
    }

    /** Whether all of it is there. */
    boolean isIn(ContentText text) {
        return standsIn(text) || (!part.exact() && uncovered(text).isEmpty());
    }

    /** The stretches that are not there, as typed; empty where the whole word is. */
    List<String> missingFrom(ContentText text) {
        if (standsIn(text)) {
            return List.of();
        }
        return part.exact() ? List.of(part.text()) : uncovered(text);
    }

    /** In one piece. */
    private boolean standsIn(ContentText text) {
        for (String name : names) {
            if (text.hasLine(name)) {
                return true;
            }
        }
        for (Gram gram : joined) {
            if (text.hasLine(gram.term())) {
                return true;
            }
        }
        return false;
    }

    private List<String> uncovered(ContentText text) {
        Covered covered = new Covered(part.text(), pieces);
        for (Gram gram : grams) {
            if (text.has(gram)) {
                covered.by(gram);
            }
        }
        return covered.rest();
    }

    /** Clues of which every text with this word has one; empty where there are none. */
    Set<Clue> clues(ToIntFunction<Clue> crowd) {
        List<List<Set<Clue>>> ways = new ArrayList<>();
        for (String name : part.exact() ? names : names.subList(Math.min(1, names.size()), names.size())) {
            ways.add(choices(name));
        }
        joined.forEach(gram -> ways.add(choices(gram.term())));
        if (!part.exact()) {
            ways.add(Gram.covering(part.text()).stream()
                    .map(grams ->
                            union(grams.stream().map(gram -> clue(gram, crowd)).toList()))
                    .toList());
        }
        Set<Clue> clues = new HashSet<>();
        for (List<Set<Clue>> choices : ways) {
            Set<Clue> fewest = fewest(choices, crowd);
            if (fewest.isEmpty()) {
                return Set.of();
            }
            clues.addAll(fewest);
        }
        return clues;
    }

    /** Of a term that has to be there; where its words may stand apart, of the first. */
    private static Set<Clue> clue(Gram gram, ToIntFunction<Clue> crowd) {
        return fewest(
                choices(gram.apart().isEmpty() ? gram.term() : gram.words().getFirst()), crowd);
    }

    private static List<Set<Clue>> choices(String term) {
        return Arrays.stream(Clue.of(term)).map(Set::of).toList();
    }

    private static Set<Clue> fewest(List<Set<Clue>> choices, ToIntFunction<Clue> crowd) {
        return choices.stream()
                .min(Comparator.comparingInt(
                        clues -> clues.stream().mapToInt(crowd).sum()))
                .orElse(Set.of());
    }

    private static Set<Clue> union(List<Set<Clue>> all) {
        Set<Clue> union = new HashSet<>();
        all.forEach(union::addAll);
        return union;
    }
}
