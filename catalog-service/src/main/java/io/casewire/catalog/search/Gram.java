package io.casewire.catalog.search;

import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A term of the index as a query needs it.
 *
 * @param position in the text, as the index counts
 * @param words what it is joined of; empty for a pair of Chinese characters or a lone one
 */
record Gram(String term, int position, List<String> words) {
    Gram {
        words = List.copyOf(words);
    }

    /**
     * The fewest terms that say what the text says: pairs of Chinese characters, a single character only where it has no
     * neighbour, and words, joined where nothing parts them. Empty for a text of punctuation.
     */
    static List<Gram> of(String text) {
        List<Piece> pieces = SearchText.of(text).pieces();
        List<Gram> grams = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            int count = CaseTokenizer.longestAt(pieces, at);
            if (piece.word()) {
                grams.add(joined(pieces.subList(at, at + count), true));
                at += count;
            } else {
                boolean inPair =
                        at > 0 && piece.follows() && !pieces.get(at - 1).word();
                if (count > 1 || !inPair) {
                    grams.add(joined(pieces.subList(at, at + count), false));
                }
                at++;
            }
        }
        return grams;
    }

    boolean word() {
        return !words.isEmpty();
    }

    private static Gram joined(List<Piece> pieces, boolean words) {
        StringBuilder term = new StringBuilder();
        pieces.forEach(piece -> term.append(piece.text()));
        return new Gram(
                term.toString(),
                pieces.getFirst().position(),
                words ? pieces.stream().map(Piece::text).toList() : List.of());
    }
}
