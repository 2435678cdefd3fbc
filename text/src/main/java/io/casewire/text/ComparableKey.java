package io.casewire.text;

/**
 * The part of a name that stays the same over re-scans, file formats, scripts and spellings: letters, digits and Chinese
 * characters of its {@link ComparableText}, nothing else. Ids are made of it; who changes it changes ids.
 */
public final class ComparableKey {
    /** Grows with every change that gives some name another key; who stores keys makes them anew when it does. */
    public static final int VERSION = 1;

    /** Stands in the table for a character whose form is not one character or depends on its neighbours. */
    private static final char UNSETTLED = '\uffff';

    /** Stands in the table for a character whose form depends on the two beside it only. */
    private static final char DEPENDENT = '\ufffe';

    private static final char DROPPED = '\0';
    private static final char[] KEYS = keys();
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private ComparableKey() {}

    /** The key of a name: no blanks, no punctuation, one width, one case, simplified; empty where nothing is left. */
    public static String of(String name) {
        char[] key = new char[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char folded = folded(name, i, 0, name.length());
            if (folded == UNSETTLED) {
                return slowly(name);
            }
            if (folded != DROPPED) {
                key[length++] = folded;
            }
        }
        return new String(key, 0, length);
    }

    /**
     * A number for the key {@link #of} a part of a text, the same for equal keys; 0 for an empty one. Different keys hardly
     * ever share one.
     */
    public static long hash(String text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            char folded = folded(text, i, from, to);
            if (folded == UNSETTLED) {
                return hashOfKey(slowly(text.substring(from, to)));
            }
            hash = folded == DROPPED ? hash : next(hash, folded);
        }
        return hash;
    }

    private static char folded(String text, int at, int from, int to) {
        char folded = KEYS[text.charAt(at)];
        if (folded != DEPENDENT) {
            return folded;
        }
        char before = at > from ? ComparableText.settled(text.charAt(at - 1)) : '\0';
        char after = at + 1 < to ? ComparableText.settled(text.charAt(at + 1)) : '\0';
        return ComparableText.isUnsettled(before) || ComparableText.isUnsettled(after)
                ? UNSETTLED
                : SimplifiedForm.beside(before, ComparableText.settled(text.charAt(at)), after);
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

    private static String slowly(String name) {
        StringBuilder key = new StringBuilder(name.length());
        ComparableText.of(name)
                .text()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    private static char[] keys() {
        char[] keys = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < keys.length; i++) {
            char folded = ComparableText.settled((char) i);
            if (ComparableText.isUnsettled(folded)) {
                keys[i] = UNSETTLED;
            } else if (SimplifiedForm.isDependent(folded)) {
                keys[i] = DEPENDENT;
            } else {
                keys[i] = Character.isLetterOrDigit(folded) ? folded : DROPPED;
            }
        }
        return keys;
    }
}
