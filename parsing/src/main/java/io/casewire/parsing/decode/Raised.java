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

    /** @param raised without blanks around it */
    public static Raised of(CharSequence before, String raised) {
        if (raised.isEmpty() || raised.length() > MAX_DIGITS || !raised.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return WORDS;
        }
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        if (last >= '0' && last <= '9') {
            return POWER;
        }
        return Glyphs.isLatinOrDigit(last) ? PART : MARK;
    }
}
