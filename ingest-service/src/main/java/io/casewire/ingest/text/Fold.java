package io.casewire.ingest.text;

import java.util.Locale;

/** The part of a name that stays the same over re-scans: letters, digits and Chinese characters, nothing else. */
public final class Fold {
    private Fold() {}

    /** The text with letters, digits and punctuation in one width, blanks untouched. */
    public static String widths(String text) {
        return Widths.fold(InlineMarkup.strip(text));
    }

    /** The key of a name: no blanks, no punctuation, Latin in lower case, traditional characters simplified where known. */
    public static String key(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                out.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : Traditional.simplified(c));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
