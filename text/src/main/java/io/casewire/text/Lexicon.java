package io.casewire.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fixed set of words that is looked for at many places: a look at one character mostly says that none begins there. */
public final class Lexicon {
    private static final int SIZE = 256;
    private static final String[] NONE = {};

    private final CharacterSet firsts;
    private final String[][] words = new String[SIZE][];

    private Lexicon(List<String> all) {
        Arrays.fill(words, NONE);
        StringBuilder first = new StringBuilder();
        for (String word : new LinkedHashSet<>(all)) {
            first.append(word.charAt(0));
            int slot = slot(word.charAt(0));
            String[] more = Arrays.copyOf(words[slot], words[slot].length + 1);
            more[more.length - 1] = word;
            Arrays.sort(more, Comparator.comparingInt(String::length).reversed());
            words[slot] = more;
        }
        this.firsts = CharacterSet.of(first.toString());
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
        if (index < 0 || index >= text.length() || !firsts.contains(text.charAt(index))) {
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

    /** Where the longest word that begins at {@code index} ends; {@code index} where none begins. */
    public int endAt(String text, int index) {
        String word = longestAt(text, index, text.length());
        return word == null ? index : index + word.length();
    }

    /** Whether a word stands between two places. */
    public boolean isIn(String text, int from, int to) {
        int end = Math.min(to, text.length());
        for (int at = firsts.indexIn(text, Math.max(0, from), end); at < end; at = firsts.indexIn(text, at + 1, end)) {
            if (longestAt(text, at, end) != null) {
                return true;
            }
        }
        return false;
    }

    /** How often each word stands in the text, words inside others included; only those that do. */
    public Map<String, Integer> countedIn(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int at = firsts.indexIn(text, 0, text.length());
        while (at < text.length()) {
            for (String word : words[slot(text.charAt(at))]) {
                if (text.startsWith(word, at)) {
                    counts.merge(word, 1, Integer::sum);
                }
            }
            at = firsts.indexIn(text, at + 1, text.length());
        }
        return counts;
    }

    /** Whether a word stands in the text. */
    public boolean isIn(String text) {
        return isIn(text, 0, text.length());
    }
}
