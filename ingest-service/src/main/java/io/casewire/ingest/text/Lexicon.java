package io.casewire.ingest.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fixed set of words that is looked for at many places: a look at one character mostly says that none begins there. */
public final class Lexicon {
    private static final int SIZE = 256;
    private static final String[] NONE = {};

    private final String[][] words = new String[SIZE][];

    private Lexicon(List<String> all) {
        Arrays.fill(words, NONE);
        for (String word : new LinkedHashSet<>(all)) {
            int slot = slot(word.charAt(0));
            String[] more = Arrays.copyOf(words[slot], words[slot].length + 1);
            more[more.length - 1] = word;
            Arrays.sort(more, Comparator.comparingInt(String::length).reversed());
            words[slot] = more;
        }
    }

    public static Lexicon of(String... words) {
        return new Lexicon(List.of(words));
    }

    public static Lexicon of(List<String> words) {
        return new Lexicon(words);
    }

    private static int slot(char first) {
        return (first ^ (first >>> 8)) & (SIZE - 1);
    }

    /** The longest word that begins at {@code index} and ends at {@code limit} or before; null where none does. */
    public @Nullable String longestAt(String text, int index, int limit) {
        if (index < 0 || index >= text.length()) {
            return null;
        }
        for (String word : words[slot(text.charAt(index))]) {
            if (index + word.length() <= limit && text.startsWith(word, index)) {
                return word;
            }
        }
        return null;
    }

    /** Whether a word begins at {@code index}. */
    public boolean isAt(String text, int index) {
        return longestAt(text, index, text.length()) != null;
    }

    /** Whether a word stands between two places. */
    public boolean isIn(String text, int from, int to) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (longestAt(text, at, to) != null) {
                return true;
            }
        }
        return false;
    }
}
