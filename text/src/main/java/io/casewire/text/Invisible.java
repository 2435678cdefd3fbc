package io.casewire.text;

/**
 * Characters that neither print nor part what they stand between: soft hyphens, zero-width blanks, direction marks, variation
 * selectors, control characters. Tabs and line breaks are none.
 */
public final class Invisible {
    private static final String IGNORABLE = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
            // marks of emphasis that stand beside the characters of vertical text
            + "\ufe45\ufe46";

    private static final int FIRST_TAG = 0xe0000;
    private static final int LAST_TAG = 0xe0fff;
    private static final CharacterSet BASIC = CharacterSet.where(Invisible::isBasic);

    private Invisible() {}

    /** The text without them. */
    public static String removedFrom(String text) {
        int at = 0;
        while (at < text.length() && !is(text.codePointAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(codePoint -> !is(codePoint)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    static boolean is(int codePoint) {
        return codePoint <= Character.MAX_VALUE
                ? BASIC.contains((char) codePoint)
                : (codePoint >= FIRST_TAG && codePoint <= LAST_TAG)
                        || (Character.getType(codePoint) == Character.FORMAT && !isVisibleFormat(codePoint));
    }

    /** Chooses a shape of the character before it. */
    static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
                || (codePoint >= 0x180b && codePoint <= 0x180f && codePoint != 0x180e);
    }

    private static boolean isBasic(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r' && c != '\u0085';
            case Character.FORMAT -> !isVisibleFormat(c);
            default -> isVariationSelector(c) || IGNORABLE.indexOf(c) >= 0;
        };
    }

    // signs of the Arabic script, of Syriac and Kaithi that print around numbers and words
    private static boolean isVisibleFormat(int codePoint) {
        return (codePoint >= 0x600 && codePoint <= 0x605)
                || codePoint == 0x6dd
                || codePoint == 0x70f
                || (codePoint >= 0x890 && codePoint <= 0x8e2)
                || codePoint == 0x110bd
                || codePoint == 0x110cd;
    }
}
