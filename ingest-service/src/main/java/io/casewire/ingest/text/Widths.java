package io.casewire.ingest.text;

import java.text.Normalizer;

/**
 * One form for characters that come in several widths: letters and digits narrow, punctuation in Chinese text wide.
 * The result depends on the neighbours only, never on the width found, so that swapping widths changes nothing.
 */
final class Widths {
    private static final String NARROW = ",;:?!";
    private static final String WIDE = "，；：？！";

    /** Half-width and small forms of Chinese marks, as scanners print them, and the usual ones. */
    private static final String SMALL = "｡､｢｣﹐﹑﹔﹕﹖﹗﹙﹚﹒";

    private static final String USUAL = "。、「」，、；：？！().";

    private Widths() {}

    /** Folds letters, digits, blanks and punctuation of one line; keeps tabs. */
    static String fold(String line) {
        StringBuilder narrow = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            appendNarrow(narrow, line.charAt(i));
        }
        widen(narrow);
        closeSentences(narrow);
        widenParentheses(narrow);
        pairQuotes(narrow);
        return narrow.toString();
    }

    private static void appendNarrow(StringBuilder out, char c) {
        if (c == '\t' || c == '\n') {
            out.append(c);
        } else if (c >= '！' && c <= '～') {
            // the whole full-width block; the tilde is a dash between numbers and stays wide
            out.append(c == '～' ? c : (char) (c - '！' + '!'));
        } else if (c == '　' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a') || c == '\u202f' || c == '\u205f') {
            out.append(' ');
        } else if ((c >= '\u200b' && c <= '\u200f') || c == '\ufeff' || c == '\u00ad' || c == '\u2060') {
            // invisible
        } else if (c < ' ' || (c >= '\u007f' && c < '\u00a0')) {
            // control characters carry nothing
        } else if ((c >= '\u2e80' && c <= '\u2fdf') || (c >= '\uf900' && c <= '\ufaff')) {
            out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        } else if (SMALL.indexOf(c) >= 0) {
            out.append(USUAL.charAt(SMALL.indexOf(c)));
        } else {
            out.append(c);
        }
    }

    private static void widen(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            int kind = NARROW.indexOf(text.charAt(i));
            if (kind >= 0 && besideChinese(text, i) && !(betweenDigits(text, i) && text.charAt(i) != ';')) {
                text.setCharAt(i, WIDE.charAt(kind));
            } else if (kind == 0 && betweenDigits(text, i) && !groupsThousands(text, i)) {
                text.setCharAt(i, '，');
            }
        }
    }

    /** A point between Chinese characters, or behind one at the end, is a full stop misread; behind an ordinal it is none. */
    private static void closeSentences(StringBuilder text) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i) == '.' ? neighbour(text, i, -1) : '\0';
            if (text.charAt(i) != '.' || !(Glyphs.isWide(before) || before == '%') || before == '…') {
                continue;
            }
            char next = neighbour(text, i, 1);
            boolean ends = next == '\0' || next == '\t' || next == '\n' || isChinese(next);
            if (ends && !numbers(text, i)) {
                text.setCharAt(i, '。');
            }
        }
    }

    /** 一. or （一）. at the start of a line or a cell, or behind another mark. */
    private static boolean numbers(StringBuilder text, int point) {
        int at = point - 1;
        while (at >= 0 && point - at <= 7 && "〇一二三四五六七八九十百（）() ".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        boolean begins = at < 0 || !Glyphs.isHan(text.charAt(at));
        return at < point - 1 && begins;
    }

    private static boolean betweenDigits(StringBuilder text, int at) {
        return at > 0 && at + 1 < text.length() && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
    }

    private static boolean groupsThousands(StringBuilder text, int at) {
        int end = at + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at - 1 == 3;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean besideChinese(StringBuilder text, int at) {
        return isChinese(neighbour(text, at, -1)) || isChinese(neighbour(text, at, 1));
    }

    private static char neighbour(StringBuilder text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.length() && (text.charAt(i) == ' ' || "()".indexOf(text.charAt(i)) >= 0)) {
            i += step;
        }
        return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isChinese(char c) {
        return Glyphs.isWide(c);
    }

    private static void widenParentheses(StringBuilder text) {
        int[] open = new int[16];
        int depth = 0;
        int lastChinese = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                if (depth < open.length) {
                    open[depth] = i;
                }
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
                int from = depth < open.length ? open[depth] : i;
                if (lastChinese > from
                        || isChinese(neighbour(text, from, -1))
                        || isChinese(neighbour(text, i, 1))
                        || isOrdinal(text, from, i)) {
                    text.setCharAt(i, '）');
                    if (from != i) {
                        text.setCharAt(from, '（');
                    }
                }
            } else if (isChinese(c)) {
                lastChinese = i;
            }
        }
        widenLeftOvers(text);
    }

    /** {@code (1)} alone says nothing of its surroundings; both widths mean the same. */
    private static boolean isOrdinal(StringBuilder text, int from, int to) {
        if (to - from < 2 || to - from > 4 || from > 0) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static void widenLeftOvers(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '(' || c == ')') && (isChinese(before(text, i)) || isChinese(after(text, i)))) {
                text.setCharAt(i, c == '(' ? '（' : '）');
            }
        }
    }

    private static char before(StringBuilder text, int at) {
        return at > 0 ? text.charAt(at - 1) : '\0';
    }

    private static char after(StringBuilder text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    /** Straight double quotes in Chinese text mean curly ones: closing where one is open, opening where none is. */
    private static void pairQuotes(StringBuilder text) {
        int straight = 0;
        int marks = 0;
        boolean chinese = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            straight += c == '"' ? 1 : 0;
            marks += c == '"' || c == '“' || c == '”' ? 1 : 0;
            chinese |= Glyphs.isHan(c);
        }
        if (!chinese || straight == 0 || marks % 2 != 0) {
            return;
        }
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                text.setCharAt(i, open ? '”' : '“');
                open = !open;
            } else if (c == '“' || c == '”') {
                open = c == '“';
            }
        }
    }
}
