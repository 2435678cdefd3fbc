package io.casewire.query;

import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import io.casewire.text.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A term of the index as a query needs it.
 *
 * @param position in the text, as the index counts
 * @param words what it is joined of; empty for a pair of Chinese characters or a lone one
 */
public record Gram(String term, int position, List<String> words) {
    /** Words that are found as one: the three of GB/T 19001 and one more. */
    public static final int MAX_JOINED = 4;

    /** Joined words longer than this are found by their parts only. */
    private static final int MAX_JOINED_LENGTH = 64;

    private static final int MIN_MISSPELT = 4;
    private static final int MIN_APART = 3;
    private static final int LONG_WORD = 8;

    public Gram {
        words = List.copyOf(words);
    }

    /**
     * The fewest terms that say what the text says: pairs of Chinese characters, a single character only where it has no
     * neighbour, and words, joined where nothing parts them. Empty for a text of punctuation.
     */
    public static List<Gram> of(String text) {
        return of(SearchText.of(text).pieces());
    }

    static List<Gram> of(List<Piece> pieces) {
        List<Gram> grams = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            int count = longestAt(pieces, at);
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

    /** For each character or word that a text has to have, the terms of which one is enough to have it. */
    public static List<List<Gram>> covering(String text) {
        List<Piece> pieces = SearchText.of(text).pieces();
        List<Gram> grams = of(pieces);
        return pieces.stream()
                .filter(piece -> pieces.size() == 1 || !Covered.isJoining(piece))
                .map(piece -> grams.stream().filter(gram -> gram.covers(piece)).toList())
                .toList();
    }

    /** The stretches of a text that none of these of its terms covers, as typed; none for a character that joins two that are covered. */
    public static List<String> uncovered(String text, Collection<Gram> grams) {
        Covered covered = new Covered(text);
        grams.forEach(covered::by);
        return covered.rest();
    }

    private boolean covers(Piece piece) {
        return position <= piece.position() && piece.position() < position + term.length();
    }

    /** How many pieces, from that place on, are found together at most; at least one. */
    public static int longestAt(List<Piece> pieces, int at) {
        boolean word = pieces.get(at).word();
        int most = word ? MAX_JOINED : 2;
        int characters = pieces.get(at).text().length();
        int end = at + 1;
        while (end < pieces.size() && end - at < most) {
            Piece next = pieces.get(end);
            characters += next.text().length();
            if (!next.follows() || next.word() != word || (word && characters > MAX_JOINED_LENGTH)) {
                break;
            }
            end++;
        }
        return end - at;
    }

    /** A blank may be typed inside a word that is printed without: {@code Wi Fi}. The words that one makes with its neighbours. */
    public static List<Gram> joinedWithNeighbours(List<TypedQuery.Part> parts, int at) {
        List<Gram> joined = new ArrayList<>();
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < parts.size(); first++) {
            TypedQuery.Part one = parts.get(first);
            TypedQuery.Part next = parts.get(first + 1);
            if (isWord(one) && isWord(next)) {
                List<Gram> grams = of(one.text() + ' ' + next.text());
                if (grams.size() == 1) {
                    joined.add(grams.getFirst());
                }
            }
        }
        return joined;
    }

    private static boolean isWord(TypedQuery.Part part) {
        List<Gram> grams = of(part.text());
        return !part.exact() && grams.size() == 1 && grams.getFirst().word();
    }

    /** Whether it is made of letters or digits, not of Chinese characters. */
    public boolean word() {
        return !words.isEmpty();
    }

    /** How many letters may be wrong: none of a short word, and none of a number, as another number is never a slip of the pen. */
    public int slips() {
        if (words.size() != 1 || term.length() < MIN_MISSPELT || !term.chars().allMatch(Character::isLetter)) {
            return 0;
        }
        return term.length() >= LONG_WORD ? 2 : 1;
    }

    /** The words that were typed together and may stand apart, {@code trade/investment}; empty where they may not. */
    public List<Gram> apart() {
        return words.size() > 1 && words.stream().allMatch(word -> word.length() >= MIN_APART)
                ? words.stream()
                        .map(word -> new Gram(word, position, List.of(word)))
                        .toList()
                : List.of();
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
