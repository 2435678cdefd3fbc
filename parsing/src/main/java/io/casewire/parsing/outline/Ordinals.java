package io.casewire.parsing.outline;

import io.casewire.text.CharacterSet;

/** Ordinals as printed: 二十一, 21, ⑪. Ordinals only; quantities have their own reader. */
public final class Ordinals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String TRADITIONAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final CharacterSet NUMERALS = CharacterSet.of(DIGITS + TRADITIONAL_DIGITS + "十百两廿");
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    private Ordinals() {}

    /** Where the run of Chinese numeral characters beginning at {@code from} ends. */
    static int endOfHan(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isHanNumeral(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isHanNumeral(char c) {
        return NUMERALS.contains(c);
    }

    /** The value of a circled number from ① to ㊿; -1 for anything else. */
    public static int circled(char c) {
        if (c >= '①' && c <= '⑳') {
            return CIRCLED.indexOf(c) + 1;
        }
        if (c >= '㉑' && c <= '㉟') {
            return c - '㉑' + 21;
        }
        if (c >= '㊱' && c <= '㊿') {
            return c - '㊱' + 36;
        }
        return -1;
    }

    /** The value of a Chinese ordinal below 1000; -1 if it is none. */
    public static int han(CharSequence text) {
        if (text.isEmpty() || text.length() > 7) {
            return -1;
        }
        int total = 0;
        int pending = -1;
        boolean positional = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            if (digit >= 0) {
                positional |= pending > 0;
                pending = pending > 0 ? pending * 10 + digit : digit;
            } else if (c == '十' || c == '百') {
                if (positional) {
                    return -1;
                }
                total += (pending <= 0 ? 1 : pending) * (c == '十' ? 10 : 100);
                pending = 0;
            } else if (c == '廿') {
                total += 20;
                pending = 0;
            } else {
                return -1;
            }
        }
        int value = total + Math.max(0, pending);
        return value > 0 ? value : -1;
    }

    /** The value of a whole cell that holds just an ordinal ({@code 3}, {@code ③}, {@code 三}, {@code 3.}); -1 otherwise. */
    public static int ofCell(String cell) {
        String text = cell.strip();
        while (!text.isEmpty() && ".、．".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        if (text.length() == 1 && circled(text.charAt(0)) > 0) {
            return circled(text.charAt(0));
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() <= 4 ? Integer.parseInt(text) : -1;
        }
        return han(text);
    }

    private static int digit(char c) {
        int at = DIGITS.indexOf(c);
        return at >= 0 ? at : TRADITIONAL_DIGITS.indexOf(c);
    }
}
