package io.casewire.parsing;

import java.util.Random;

/** Digits that a scanner took for letters, in numbers that other digits keep recognisable. */
final class Digits {
    private Digits() {}

    /** 2O24年, l2天, l. at the beginning of a line; decimals and numbers beside Latin letters stay. */
    static String misread(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        int at = 0;
        while (at < out.length()) {
            int end = at;
            while (end < out.length() && isDigit(out.charAt(end))) {
                end++;
            }
            if (end > at && mayBeMisread(out, at, end) && random.nextInt(2) == 0) {
                for (int i = at; i < end; i++) {
                    char c = out.charAt(i);
                    out.setCharAt(i, c == '0' ? 'O' : c == '1' && i < end - 1 ? 'l' : c);
                }
            } else if (isFirstOrdinal(out, at, end)) {
                out.setCharAt(at, 'l');
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static boolean mayBeMisread(StringBuilder text, int from, int to) {
        boolean known = text.substring(from, to).chars().anyMatch(c -> c > '1');
        // pages of a table of contents are read before anything else
        boolean page = to >= text.length() || text.charAt(to) == '\n';
        return known && !page && isApart(text, from - 1) && isApart(text, to);
    }

    private static boolean isFirstOrdinal(StringBuilder text, int from, int to) {
        return to == from + 1
                && text.charAt(from) == '1'
                && (from == 0 || text.charAt(from - 1) == '\n')
                && to + 1 < text.length()
                && text.charAt(to) == '.'
                && text.charAt(to + 1) > '\u4e00';
    }

    private static boolean isApart(StringBuilder text, int at) {
        char c = at < 0 || at >= text.length() ? '\n' : text.charAt(at);
        return c != '.' && c != '/' && c != '-' && !(c < 0x80 && Character.isLetter(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
