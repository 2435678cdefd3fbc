package io.casewire.query;

import io.casewire.text.CharacterSet;
import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which characters of a word were found, as part of a pair or of a word of letters, and which were left out. */
final class Covered {
    /** A lone one of these says nothing of its own: it joins what stands beside it. */
    private static final CharacterSet JOINING = CharacterSet.of("的和与及或等在对为以于从到由把将被让并之其了着过地得是有");

    private final String text;
    private final List<Piece> pieces;
    private final BitSet found = new BitSet();

    Covered(String text) {
        this(text, SearchText.of(text).pieces());
    }

    /** @param pieces of that text */
    Covered(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    void by(Gram gram) {
        found.set(gram.position(), gram.position() + gram.term().length());
    }

    /** The stretches nothing covers, as typed; none for a character that joins two words that are. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        int start = -1;
        int end = -1;
        int count = 0;
        for (Piece piece : pieces) {
            boolean open = !found.get(piece.position());
            if (open && start >= 0 && piece.follows()) {
                end = piece.end();
                count += piece.text().length();
            } else {
                add(start, end, count, rest);
                start = open ? piece.start() : -1;
                end = piece.end();
                count = open ? piece.text().length() : 0;
            }
        }
        add(start, end, count, rest);
        return rest;
    }

    private void add(int start, int end, int count, List<String> rest) {
        if (start >= 0 && (count > 1 || pieces.size() == 1 || !JOINING.contains(text.charAt(start)))) {
            rest.add(text.substring(start, end));
        }
    }

    /** Whether a character may be missing where what stands beside it is there. */
    static boolean isJoining(Piece piece) {
        return piece.text().length() == 1 && JOINING.contains(piece.text().charAt(0));
    }
}
