package io.casewire.standalone.remote;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Columns {
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final int FIRST_WIDE_SIGN = 0x3000;
    private static final int LAST_WIDE_SIGN = 0x303f;
    private static final int FIRST_FULL_WIDTH = 0xff01;
    private static final int LAST_FULL_WIDTH = 0xff60;

    private Columns() {}

    /** With blanks behind it where it is narrower. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** Its end, behind a sign that something is missing, where it is wider: the ends of names tell more. */
    static String shortened(String text, int width) {
        int[] points = text.codePoints().toArray();
        int left = width - 1;
        int from = points.length;
        while (from > 0 && left >= width(points[from - 1])) {
            left -= width(points[--from]);
        }
        return of(text) <= width ? text : "…" + new String(points, from, points.length - from);
    }

    /** Without characters that a terminal obeys: names and reasons are a stranger's. */
    static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        boolean wide = WIDE.contains(UnicodeScript.of(c))
                || (c >= FIRST_WIDE_SIGN && c <= LAST_WIDE_SIGN)
                || (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH);
        return wide ? 2 : 1;
    }
}
