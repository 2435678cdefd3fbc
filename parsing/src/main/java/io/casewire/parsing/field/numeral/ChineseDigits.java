package io.casewire.parsing.field.numeral;

import io.casewire.text.CharacterSet;

/** What single characters are worth in a number. */
final class ChineseDigits {
    private static final String DIGITS = "零一二三四五六七八九";
    static final String CHARACTERS = DIGITS + "〇○两十百千万亿";
    private static final CharacterSet ALL = CharacterSet.of(CHARACTERS);

    private ChineseDigits() {}

    /** 0 to 9, or -1 for what is no Chinese digit. 两 counts as two, 〇 as nought. */
    static int digit(char c) {
        return switch (c) {
            case '〇', '○' -> 0;
            case '两' -> 2;
            default -> ALL.contains(c) ? DIGITS.indexOf(c) : -1;
        };
    }

    /** 10, 100, 1000, 10⁴ or 10⁸, or 0 for what is no multiplier. */
    static long multiplier(char c) {
        return switch (c) {
            case '十' -> 10L;
            case '百' -> 100L;
            case '千' -> 1_000L;
            case '万' -> 10_000L;
            case '亿' -> 100_000_000L;
            default -> 0L;
        };
    }

    static boolean belongsToNumber(char c) {
        return ALL.contains(c);
    }

    /** 0 to 9 for half- and full-width digits, or -1. */
    static int arabic(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }
}
