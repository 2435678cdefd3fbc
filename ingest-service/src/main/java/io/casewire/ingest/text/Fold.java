package io.casewire.ingest.text;

import java.util.Locale;

/** The part of a name that stays the same over re-scans: letters, digits and Chinese characters, nothing else. */
public final class Fold {
    /** Stands in the table for a character whose key depends on its neighbours or is longer than one. */
    private static final char UNSETTLED = '\uffff';

    private static final char DROPPED = '\0';
    private static final char[] KEYS = keys();
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private Fold() {}

    /** The text with letters, digits and punctuation in one width, blanks untouched. */
    public static String widths(String text) {
        return Widths.of(InlineMarkup.strip(text)).folded();
    }

    /** The key of a name: no blanks, no punctuation, Latin in lower case, traditional characters simplified where known. */
    public static String key(String name) {
        char[] key = new char[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char folded = KEYS[name.charAt(i)];
            if (folded == UNSETTLED) {
                return foldedAsOne(name);
            }
            if (folded != DROPPED) {
                key[length++] = folded;
            }
        }
        return new String(key, 0, length);
    }

    /**
     * A number for the {@link #key} of a part of a text, the same for equal keys; 0 for an empty one. Different keys hardly
     * ever share one.
     */
    public static long hash(String text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            char folded = KEYS[text.charAt(i)];
            if (folded == UNSETTLED) {
                return hashOfKey(foldedAsOne(text.substring(from, to)));
            }
            hash = folded == DROPPED ? hash : next(hash, folded);
        }
        return hash;
    }

    private static long hashOfKey(String key) {
        long hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = next(hash, key.charAt(i));
        }
        return hash;
    }

    private static long next(long hash, char c) {
        return hash * BASE + c;
    }

    private static String foldedAsOne(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isKept(c)) {
                out.append(narrowed(c));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isKept(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static char narrowed(char c) {
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : Traditional.simplified(c);
    }

    private static char[] keys() {
        char[] keys = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < keys.length; i++) {
            char c = (char) i;
            if (isKept(c)) {
                String lower = String.valueOf(narrowed(c)).toLowerCase(Locale.ROOT);
                // a final sigma is another letter than one inside a word
                boolean settled = lower.length() == 1 && c != 'Σ' && !Character.isSurrogate(c);
                keys[i] = settled ? lower.charAt(0) : UNSETTLED;
            }
        }
        return keys;
    }
}
