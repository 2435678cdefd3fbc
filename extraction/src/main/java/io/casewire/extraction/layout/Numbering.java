package io.casewire.extraction.layout;

import io.casewire.text.CharacterSet;

/** Labels that a list or a heading begins with. */
final class Numbering {
    private static final CharacterSet HAN = CharacterSet.of("〇零一二三四五六七八九十百");
    private static final CharacterSet DIGITS = CharacterSet.of("0123456789０１２３４５６７８９");
    private static final CharacterSet UNITS = CharacterSet.of("章节条款编部篇");
    private static final int MAX_LENGTH = 5;

    private Numbering() {}

    static boolean isAtStartOf(String text) {
        char first = text.charAt(0);
        if (first >= '①' && first <= '⒛') {
            return true;
        }
        if (first == '第') {
            int end = numeralFrom(text, 1);
            return end > 1 && end < text.length() && UNITS.contains(text.charAt(end));
        }
        boolean bracket = first == '（' || first == '(';
        int start = bracket ? 1 : 0;
        int end = numeralFrom(text, start);
        if (end == start || end >= text.length()) {
            return false;
        }
        char mark = text.charAt(end);
        if (bracket) {
            return mark == '）' || mark == ')';
        }
        boolean decimal = end + 1 < text.length() && DIGITS.contains(text.charAt(end + 1));
        return mark == '、' || mark == '．' || (mark == '.' && !decimal);
    }

    private static int numeralFrom(String text, int start) {
        CharacterSet kind = start < text.length() && DIGITS.contains(text.charAt(start)) ? DIGITS : HAN;
        int end = start;
        while (end < text.length() && end - start < MAX_LENGTH && kind.contains(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
