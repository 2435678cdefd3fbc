package io.casewire.extraction.layout;

import io.casewire.text.UnifiedCharacters;
import io.casewire.text.Widths;

/** The usual code points for those that fonts and predefined encodings print for them. */
final class PrintedCharacters {
    private static final char MIDLINE_ELLIPSIS = '\u22ef';
    private static final char FIRST_VERTICAL = '\ufe10';
    private static final char LAST_VERTICAL = '\ufe19';
    private static final char FIRST_VERTICAL_COMPATIBILITY = '\ufe30';
    private static final char LAST_VERTICAL_COMPATIBILITY = '\ufe4f';

    private PrintedCharacters() {}

    /** Radicals as the characters they look like, forms for vertical text as those for horizontal text. */
    static String folded(String text) {
        String unified = UnifiedCharacters.of(text);
        StringBuilder folded = null;
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            if (isForm(c)) {
                folded = folded == null ? new StringBuilder(unified) : folded;
                String usual = Widths.of(String.valueOf(c)).folded();
                if (usual.length() == 1) {
                    folded.setCharAt(i, wide(usual.charAt(0)));
                }
            }
        }
        return folded == null ? unified : folded.toString();
    }

    private static boolean isForm(char c) {
        return c == MIDLINE_ELLIPSIS
                || (c >= FIRST_VERTICAL && c <= LAST_VERTICAL)
                || (c >= FIRST_VERTICAL_COMPATIBILITY && c <= LAST_VERTICAL_COMPATIBILITY);
    }

    /** Vertical forms are those of Chinese text. */
    private static char wide(char usual) {
        return usual == '(' ? '（' : usual == ')' ? '）' : usual;
    }
}
