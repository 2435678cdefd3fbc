package io.casewire.text;

import io.casewire.text.Rows.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters and variants in the form that is written on the mainland, each in its place; see the README beside the
 * tables. A character whose form depends on its neighbour (著, 覆, 藉, 瞭) is changed only beside one that leaves no doubt.
 */
public final class SimplifiedForm {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = table();
    private static final Map<Integer, String> WORDS = words();
    private static final CharacterSet DEPENDENT = dependent();
    private static final int SAMPLE = 64 * 1024;
    private static final int MIN_TRADITIONAL = 20;

    private SimplifiedForm() {}

    /** The same text in simplified characters, as long as it was. */
    public static String of(String text) {
        char[] simplified = text.toCharArray();
        boolean dependent = false;
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = of(simplified[i]);
            dependent |= DEPENDENT.contains(simplified[i]);
        }
        if (dependent) {
            settle(simplified, simplified.length);
        }
        return new String(simplified);
    }

    /** Whether the text is written in traditional characters; a quoted name or two make no traditional text. */
    public static boolean isTraditional(String text) {
        int sample = Math.min(text.length(), SAMPLE);
        int traditional = 0;
        for (int i = 0; i < sample; i++) {
            traditional += of(text.charAt(i)) == text.charAt(i) ? 0 : 1;
        }
        return traditional >= MIN_TRADITIONAL && traditional * 10 >= han(text, sample);
    }

    /** The form that needs no look at the neighbours; the character itself where it has none. */
    static char of(char c) {
        return c < FIRST || c > LAST ? c : SIMPLIFIED[c - FIRST];
    }

    /** Whether the form depends on the neighbours. */
    static boolean isDependent(char c) {
        return DEPENDENT.contains(c);
    }

    /** Gives the characters that depend on a neighbour their form; the others have theirs. */
    static void settle(char[] simplified, int length) {
        char before = '\0';
        for (int i = 0; i < length; i++) {
            char c = simplified[i];
            if (DEPENDENT.contains(c)) {
                simplified[i] = beside(before, c, i + 1 < length ? simplified[i + 1] : '\0');
            }
            before = c;
        }
    }

    /** The form of a dependent character between two others, which are in simplified form; \0 stands for none. */
    static char beside(char before, char c, char after) {
        String withBefore = WORDS.get(pair(before, c));
        String withAfter = WORDS.get(pair(c, after));
        char first = withBefore == null ? '\0' : withBefore.charAt(1);
        char second = withAfter == null ? '\0' : withAfter.charAt(0);
        if (first == c || second == c) {
            return c;
        }
        return first != '\0' ? first : second != '\0' ? second : c;
    }

    private static int han(String text, int end) {
        int han = 0;
        for (int i = 0; i < end; i++) {
            han += Glyphs.isHan(text.charAt(i)) ? 1 : 0;
        }
        return han;
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        for (Row row : Rows.read("traditional.csv").all()) {
            table[row.from().charAt(0) - FIRST] = row.to().charAt(0);
        }
        return table;
    }

    private static Map<Integer, String> words() {
        Map<Integer, String> words = new HashMap<>();
        for (Row row : Rows.read("traditional-words.csv").all()) {
            words.put(pair(row.from().charAt(0), row.from().charAt(1)), row.to());
        }
        return words;
    }

    private static CharacterSet dependent() {
        StringBuilder dependent = new StringBuilder();
        for (Row row : Rows.read("traditional-words.csv").all()) {
            for (int i = 0; i < row.from().length(); i++) {
                if (row.from().charAt(i) != row.to().charAt(i)) {
                    dependent.append(row.from().charAt(i));
                }
            }
        }
        return CharacterSet.of(dependent.toString());
    }

    private static int pair(char first, char second) {
        return first << Character.SIZE | second;
    }
}
