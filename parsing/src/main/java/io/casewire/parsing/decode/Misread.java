package io.casewire.parsing.decode;

import io.casewire.text.Glyphs;

/**
 * Letters that a scanner read for digits: {@code 2O0元}, {@code l2小时}, {@code l.} at the beginning of a line,
 * {@code 二O二四年}. Only where the neighbours leave no doubt; O2O is a word.
 */
final class Misread {
    private static final String LIQUIDS = "水油液酒奶装瓶桶";

    private Misread() {}

    /** 3 . 5天: a decimal whose point stands apart, behind Chinese words and before one. */
    static String decimals(String line) {
        int point = line.indexOf(" .");
        if (point < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        int from = 0;
        for (; point >= 0; point = line.indexOf(" .", Math.max(from, point + 1))) {
            int before = point;
            while (before > from && Character.isDigit(line.charAt(before - 1))) {
                before--;
            }
            int after = point + 2;
            while (after < line.length() && line.charAt(after) == ' ') {
                after++;
            }
            boolean number = before < point && after < line.length() && Character.isDigit(line.charAt(after));
            if (number && Glyphs.isHan(beside(line, before - 1, -1))) {
                text.append(line, from, point).append('.');
                from = after;
            }
        }
        return text.append(line, from, line.length()).toString();
    }

    static String digits(String line) {
        if (line.indexOf('O') < 0 && line.indexOf('o') < 0 && line.indexOf('l') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line);
        int at = 0;
        while (at < text.length()) {
            if (!isDigitLike(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && isDigitLike(text.charAt(end))) {
                end++;
            }
            if (!touchesWord(text, at, end)) {
                fix(text, at, end);
            }
            at = end;
        }
        return text.toString();
    }

    private static void fix(StringBuilder text, int from, int to) {
        String run = text.substring(from, to);
        if (run.equals("O2O") || run.equals("o2o")) {
            return;
        }
        char left = beside(text, from - 1, -1);
        char right = beside(text, to, 1);
        boolean digits = run.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!digits
                && run.length() == 1
                && run.charAt(0) != 'l'
                && Glyphs.isHanDigit(left)
                && Glyphs.isHanDigit(right)) {
            text.setCharAt(from, '〇');
            return;
        }
        boolean litre = run.endsWith("l") && (!Glyphs.isHan(right) || LIQUIDS.indexOf(right) >= 0);
        boolean number = digits ? !litre : isOrdinal(text, run, to, left, right) || isFraction(text, run, to);
        if (number) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                text.setCharAt(i, c == 'l' ? '1' : c == 'O' || c == 'o' ? '0' : c);
            }
        }
    }

    /** A number of nothing but l and O: 案例l, 附件l, or l. before the first words of a line. */
    private static boolean isOrdinal(StringBuilder text, String run, int to, char left, char right) {
        if (run.charAt(0) != 'l' || run.length() > 2) {
            return false;
        }
        boolean marked = (left == '\0' || left == '（' || left == '(') && "．.、）)".indexOf(right) >= 0;
        if (marked) {
            int mark = to;
            while (text.charAt(mark) == ' ') {
                mark++;
            }
            return Glyphs.isWide(beside(text, mark + 1, 1));
        }
        return Glyphs.isHan(left) && (Glyphs.isWide(right) || right == '\0' || right == '.');
    }

    /** O.5 */
    private static boolean isFraction(StringBuilder text, String run, int to) {
        boolean point = run.equals("O") && beside(text, to, 1) == '.';
        return point && Character.isDigit(beside(text, text.indexOf(".", to) + 1, 1));
    }

    private static boolean touchesWord(StringBuilder text, int from, int to) {
        return (from > 0 && isLatin(text.charAt(from - 1))) || (to < text.length() && isLatin(text.charAt(to)));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static char beside(CharSequence text, int from, int step) {
        int at = from;
        while (at >= 0 && at < text.length() && text.charAt(at) == ' ') {
            at += step;
        }
        return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigitLike(char c) {
        return (c >= '0' && c <= '9') || c == 'O' || c == 'o' || c == 'l';
    }
}
