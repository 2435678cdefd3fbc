package io.casewire.parsing.decode;

import io.casewire.text.Glyphs;

/** What a raised number is, by what stands before it. */
public enum Raised {
    /** 10⁴亩: printed as {@code 10^4}, or it would be another number. */
    POWER,
    /** m²: belongs to the letters before it. */
    PART,
    /** The mark of a footnote, which is no part of the sentence. */
    MARK,
    /** No number: 1st, a word. */
    WORDS;

    private static final int MAX_DIGITS = 3;
    private static final String SIGNS = "-−－+＋";
    private static final String OPENING = "[〔［【(（";
    private static final String CLOSING = "]〕］】)）";

    /** @param raised without blanks around it */
    public static Raised of(CharSequence before, String raised) {
        if (raised.isEmpty()) {
            return WORDS;
        }
        char last = before.isEmpty() ? ' ' : narrow(before.charAt(before.length() - 1));
        boolean signed = SIGNS.indexOf(raised.charAt(0)) >= 0;
        if (last >= '0' && last <= '9' && isNumber(signed ? raised.substring(1) : raised)) {
            return POWER;
        }
        if (isCircled(raised) || isBracketed(raised)) {
            return MARK;
        }
        if (!isNumber(raised)) {
            return WORDS;
        }
        return Glyphs.isLatinOrDigit(last) ? PART : MARK;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().map(c -> narrow((char) c)).allMatch(c -> c >= '0' && c <= '9');
    }

    // widths are made alike only after tags are read
    private static char narrow(char c) {
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }

    /** ① */
    private static boolean isCircled(String text) {
        return text.length() == 1 && text.charAt(0) >= '①' && text.charAt(0) <= '⑳';
    }

    /** [1], 〔1〕 */
    private static boolean isBracketed(String text) {
        int open = OPENING.indexOf(text.charAt(0));
        return open >= 0
                && text.length() > 2
                && CLOSING.indexOf(text.charAt(text.length() - 1)) == open
                && isNumber(text.substring(1, text.length() - 1));
    }
}
