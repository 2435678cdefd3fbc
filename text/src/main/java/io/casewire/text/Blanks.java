package io.casewire.text;

/** Takes out the blanks that layout put between Chinese characters; leaves those between words of other scripts. */
public final class Blanks {
    private static final CharacterSet BLANKS =
            CharacterSet.where(c -> Character.getType(c) == Character.SPACE_SEPARATOR);

    private Blanks() {}

    /** A blank of any width, one that keeps lines together too; tabs and line breaks are none. */
    public static boolean isBlank(char c) {
        return BLANKS.contains(c);
    }

    /** The text without needless blanks; runs of the others become one, line breaks stay. */
    public static String tidy(String text) {
        char[] characters = text.toCharArray();
        return new String(characters, 0, tidy(characters, characters.length));
    }

    /**
     * Drops needless blanks, runs of blanks become one; line breaks inside stay. Works in place.
     *
     * @return how many characters are left
     */
    static int tidy(char[] text, int length) {
        int kept = 0;
        int at = 0;
        while (at < length) {
            char c = text[at];
            if (c != ' ') {
                text[kept++] = c;
                at++;
                continue;
            }
            int next = at;
            while (next < length && text[next] == ' ') {
                next++;
            }
            if (next < length && kept > 0 && matters(text, kept, text[next])) {
                text[kept++] = ' ';
            }
            at = next;
        }
        return kept;
    }

    /** Whether a blank belongs between the first {@code kept} characters and the one that follows. */
    private static boolean matters(char[] text, int kept, char right) {
        char left = text[kept - 1];
        if (left == '\n' || right == '\n' || Glyphs.isWidePunctuation(left) || Glyphs.isWidePunctuation(right)) {
            return false;
        }
        if (Glyphs.isHan(left) && Glyphs.isHan(right)) {
            return false;
        }
        if (isSign(right)) {
            return !(Glyphs.isWide(left) || left == ' ');
        }
        if (isSign(left)) {
            char beforeSign = kept > 1 ? text[kept - 2] : '\0';
            return !(Glyphs.isHan(right) || Glyphs.isWide(beforeSign));
        }
        return true;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '/' || c == '-' || c == '&' || c == '×' || c == '%';
    }
}
