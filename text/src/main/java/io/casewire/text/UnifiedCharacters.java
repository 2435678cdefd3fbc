package io.casewire.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * One code point for one character. Fonts and old encodings leave others behind: radicals that look like the character
 * (⺠ for 民), private-use codes of GB18030 before it was in Unicode, compatibility ideographs. See the README beside the tables.
 */
public final class UnifiedCharacters {
    private static final char FIRST_COMPATIBILITY = '\uf900';
    private static final char LAST_COMPATIBILITY = '\ufaff';
    private static final int FIRST_RARE_COMPATIBILITY = 0x2f800;
    private static final int LAST_RARE_COMPATIBILITY = 0x2fa1f;
    private static final char HIGH_SURROGATE_OF_RARE = Character.highSurrogate(FIRST_RARE_COMPATIBILITY);

    private static final Map<Integer, Integer> UNIFIED = table();
    private static final CharacterSet MAY_BE_OTHERS =
            CharacterSet.where(c -> UNIFIED.containsKey(c) || c == HIGH_SURROGATE_OF_RARE);

    private UnifiedCharacters() {}

    /** The same text in unified characters; most keep their place, a few rare radicals become a surrogate pair. */
    public static String of(String text) {
        int at = MAY_BE_OTHERS.indexIn(text, 0, text.length());
        if (at == text.length()) {
            return text;
        }
        StringBuilder unified = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            unified.appendCodePoint(of(codePoint));
            at += Character.charCount(codePoint);
        }
        return unified.toString();
    }

    /** The code point of the same character that others are compared with; most characters are that themselves. */
    static int of(int codePoint) {
        if (codePoint <= Character.MAX_VALUE) {
            return MAY_BE_OTHERS.contains((char) codePoint) ? UNIFIED.getOrDefault(codePoint, codePoint) : codePoint;
        }
        return codePoint >= FIRST_RARE_COMPATIBILITY && codePoint <= LAST_RARE_COMPATIBILITY
                ? canonical(codePoint)
                : codePoint;
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new HashMap<>();
        for (Rows.Row row : Rows.read("radicals.csv").all()) {
            table.put(row.from().codePointAt(0), row.to().codePointAt(0));
        }
        // some of them are radicals in turn
        PrivateUse.table().forEach((code, meant) -> table.put(code, table.getOrDefault(meant, meant)));
        for (int c = FIRST_COMPATIBILITY; c <= LAST_COMPATIBILITY; c++) {
            int canonical = canonical(c);
            if (canonical != c) {
                table.put(c, canonical);
            }
        }
        return table;
    }

    private static int canonical(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFC)
                .codePointAt(0);
    }
}
