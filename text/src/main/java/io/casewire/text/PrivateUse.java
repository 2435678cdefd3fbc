package io.casewire.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Code points of the private-use area that older tables of GBK and GB 18030 gave to characters which Unicode has by now; see the
 * README beside the table. A page that was saved with such a table holds them in any encoding.
 */
public final class PrivateUse {
    private static final int HEXADECIMAL = 16;
    private static final String NOTATION = "U+";
    private static final char FIRST = '\ue000';
    private static final char LAST = '\uf8ff';
    /** High surrogates of planes 15 and 16. */
    private static final char FIRST_PLANE = '\udb80';

    private static final char LAST_PLANE = '\udbff';

    private static final Map<Character, String> CHARACTERS = characters();

    private PrivateUse() {}

    /** Whether the character, or the pair that begins with it, is of private use. */
    public static boolean contains(char c) {
        return (c >= FIRST && c <= LAST) || (c >= FIRST_PLANE && c <= LAST_PLANE);
    }

    /** The text with the characters meant; code points whose meaning nobody knows stay. */
    public static String folded(String text) {
        int at = 0;
        while (at < text.length() && !contains(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            String character = contains(c) ? CHARACTERS.get(c) : null;
            if (character == null) {
                folded.append(c);
            } else {
                folded.append(character);
            }
        }
        return folded.toString();
    }

    /** What each code point of the table means. */
    static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new HashMap<>();
        for (Rows.Row row : Rows.read("private-use.csv").all()) {
            table.put(codePoint(row.from()), codePoint(row.to()));
        }
        return table;
    }

    private static Map<Character, String> characters() {
        Map<Character, String> characters = new HashMap<>();
        table().forEach((code, meant) -> characters.put((char) code.intValue(), Character.toString(meant)));
        return characters;
    }

    /** U+E5E5 */
    private static int codePoint(String printed) {
        if (!printed.startsWith(NOTATION)) {
            throw new IllegalStateException("private-use.csv: no code point '" + printed + "'");
        }
        return Integer.parseInt(printed.substring(NOTATION.length()), HEXADECIMAL);
    }
}
