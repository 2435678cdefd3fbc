package io.casewire.ingest.text;

/** Takes out the blanks that layout put between Chinese characters; leaves those between words of other scripts. */
final class Blanks {
    private Blanks() {}

    /** Drops needless blanks, runs of blanks become one; line breaks inside stay. */
    static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ') {
                out.append(c);
                at++;
                continue;
            }
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            if (next < text.length() && !out.isEmpty() && matters(out.charAt(out.length() - 1), text, next, out)) {
                out.append(' ');
            }
            at = next;
        }
        return out.toString();
    }

    private static boolean matters(char left, String text, int next, StringBuilder out) {
        char right = text.charAt(next);
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
            char beforeSign = out.length() > 1 ? out.charAt(out.length() - 2) : '\0';
            return !(Glyphs.isHan(right) || Glyphs.isWide(beforeSign));
        }
        return true;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '/' || c == '-' || c == '&' || c == '×' || c == '%';
    }
}
