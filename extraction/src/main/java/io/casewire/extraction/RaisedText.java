package io.casewire.extraction;

import io.casewire.text.Glyphs;

/** What characters above the line are, by what stands before them; parsing tells those of web pages by the same rule. */
public enum RaisedText {
    /** 10⁴亩: to be printed as {@code 10^4}, or it would be another number. */
    POWER,
    /** The mark of a footnote, which is no part of the sentence. */
    MARK,
    /** Of m², 1st or a word: belongs to the letters before it. */
    WORDS;

    private static final int MAX_DIGITS = 3;
    private static final String SIGNS = "-−－+＋";
    private static final String OPENING = "[〔［【(（";
    private static final String CLOSING = "]〕］】)）";

    /** @param raised without blanks around it */
    public static RaisedText of(CharSequence before, String raised) {
        if (raised.isEmpty()) {
            return WORDS;
        }
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean digit = last >= '0' && last <= '9';
        boolean signed = SIGNS.indexOf(raised.charAt(0)) >= 0;
        if (digit && isNumber(signed ? raised.substring(1) : raised)) {
            return POWER;
        }
        if (isCircled(raised) || isBracketed(raised)) {
            return MARK;
        }
        return isNumber(raised) && !Glyphs.isLatinOrDigit(last) ? MARK : WORDS;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCircled(String text) {
        return text.length() == 1 && text.charAt(0) >= '①' && text.charAt(0) <= '⑳';
    }

    private static boolean isBracketed(String text) {
        return text.length() > 2
                && OPENING.indexOf(text.charAt(0)) >= 0
                && OPENING.indexOf(text.charAt(0)) == CLOSING.indexOf(text.charAt(text.length() - 1))
                && isNumber(text.substring(1, text.length() - 1));
    }
}
