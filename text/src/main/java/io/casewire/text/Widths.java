package io.casewire.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * One form for characters that come in several widths: letters and digits narrow, punctuation in Chinese text wide.
 * The result depends on the neighbours only, never on the width found, so that swapping widths changes nothing.
 */
public final class Widths {
    private static final String NARROW = ",;:?!";
    private static final String WIDE = "，；：？！";

    /** Half-width, small and vertical forms of marks, and their relatives that fonts print for them; and the usual ones. */
    private static final String FORMS =
            "｡､｢｣･﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫" + "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹉﹊﹋﹌﹍﹎﹏" + "⋯・‧―‐‑〜";

    private static final String USUAL =
            "。、「」·，、.；：？！—(){}〔〕#&*+-<>=\\$%@" + "，、。：；！？〖〗……—–__(){}〔〕【】《》〈〉「」『』[]_______" + "…··—--～";

    /** What a narrow character asks for, as bits; most characters ask for nothing. */
    private static final int MARK = 1;

    private static final int POINT = 2;
    private static final int PARENTHESIS = 4;
    private static final int QUOTE = 8;
    private static final int BLANK = 16;
    private static final int LETTER_LIKE_DIGIT = 32;
    private static final byte[] KINDS = kinds();

    private static final CharacterSet ALTERED = CharacterSet.where(Widths::isAltered);

    private char[] text;
    private int length;
    /** The kinds of characters that stand in the text. */
    private int seen;

    private Widths(int capacity) {
        this.text = new char[capacity];
    }

    /** Folds letters, digits, blanks and punctuation of one line; keeps tabs. */
    public static Widths of(String line) {
        Widths widths = new Widths(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (ALTERED.contains(c)) {
                widths.appendNarrow(c);
            } else {
                widths.append(c);
            }
        }
        widths.fold();
        return widths;
    }

    /** The text in one width, blanks untouched. */
    public String folded() {
        return new String(text, 0, length);
    }

    /** The folded text without needless blanks. */
    public String tidied() {
        return new String(text, 0, has(BLANK) ? Blanks.tidy(text, length) : length);
    }

    /** Whether a letter stands there that a scanner may have read for a digit, or a blank before a point. */
    public boolean mayBeMisread() {
        return has(LETTER_LIKE_DIGIT) || (has(BLANK) && has(POINT));
    }

    private void fold() {
        if (has(MARK)) {
            widen();
        }
        if (has(POINT)) {
            closeSentences();
        }
        if (has(PARENTHESIS)) {
            widenParentheses();
        }
        if (has(QUOTE)) {
            pairQuotes();
        }
    }

    private boolean has(int kind) {
        return (seen & kind) != 0;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        NARROW.chars().forEach(mark -> kinds[mark] = MARK);
        kinds['.'] = POINT;
        kinds['('] = PARENTHESIS;
        kinds[')'] = PARENTHESIS;
        kinds['"'] = QUOTE;
        kinds[' '] = BLANK;
        "Ool".chars().forEach(letter -> kinds[letter] = LETTER_LIKE_DIGIT);
        return kinds;
    }

    private static boolean isAltered(int character) {
        Widths alone = new Widths(4);
        alone.appendNarrow((char) character);
        return alone.length != 1 || alone.text[0] != character;
    }

    private void append(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, text.length * 2 + 2);
        }
        text[length++] = c;
        if (c < KINDS.length) {
            seen |= KINDS[c];
        }
    }

    private void appendNarrow(char printed) {
        int unified = UnifiedCharacters.of(printed);
        if (!Character.isBmpCodePoint(unified)) {
            append(Character.highSurrogate(unified));
            append(Character.lowSurrogate(unified));
            return;
        }
        char c = (char) unified;
        int form = FORMS.indexOf(c);
        if (form >= 0) {
            append(USUAL.charAt(form));
        } else if (c == '\t' || c == '\n') {
            append(c);
        } else if (c >= '！' && c <= '～') {
            // the whole full-width block; the tilde is a dash between numbers and stays wide
            append(c == '～' ? c : (char) (c - '！' + '!'));
        } else if (Blanks.isBlank(c)) {
            append(' ');
        } else if (c == '\u2028' || c == '\u2029' || c == '\u0085') {
            append('\n');
        } else if (c == '\r' || Invisible.is(c)) {
            // nothing is printed there
        } else if (c >= '\ufb00' && c <= '\ufb06') {
            // ﬁ and other ligatures
            Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                    .chars()
                    .forEach(letter -> append((char) letter));
        } else {
            append(c);
        }
    }

    private static boolean isMark(char c) {
        return c < KINDS.length && KINDS[c] == MARK;
    }

    private void widen() {
        for (int i = 0; i < length; i++) {
            if (!isMark(text[i])) {
                continue;
            }
            int kind = NARROW.indexOf(text[i]);
            if (besideChinese(i) && !(betweenDigits(i) && text[i] != ';')) {
                text[i] = WIDE.charAt(kind);
            } else if (kind == 0 && betweenDigits(i) && !groupsThousands(i)) {
                text[i] = '，';
            }
        }
    }

    /** A point between Chinese characters, or behind one at the end, is a full stop misread; behind an ordinal it is none. */
    private void closeSentences() {
        for (int i = 1; i < length; i++) {
            char before = text[i] == '.' ? neighbour(i, -1) : '\0';
            if (text[i] != '.' || !(Glyphs.isWide(before) || before == '%') || before == '…') {
                continue;
            }
            char next = neighbour(i, 1);
            boolean ends = next == '\0' || next == '\t' || next == '\n' || isChinese(next);
            if (ends && !numbers(i)) {
                text[i] = '。';
            }
        }
    }

    /** 一. or （一）. at the start of a line or a cell, or behind another mark. */
    private boolean numbers(int point) {
        int at = point - 1;
        while (at >= 0 && point - at <= 7 && "〇一二三四五六七八九十百（）() ".indexOf(text[at]) >= 0) {
            at--;
        }
        boolean begins = at < 0 || !Glyphs.isHan(text[at]);
        return at < point - 1 && begins;
    }

    private boolean betweenDigits(int at) {
        return at > 0 && at + 1 < length && isDigit(text[at - 1]) && isDigit(text[at + 1]);
    }

    private boolean groupsThousands(int at) {
        int end = at + 1;
        while (end < length && isDigit(text[end])) {
            end++;
        }
        return end - at - 1 == 3;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean besideChinese(int at) {
        return isChinese(neighbour(at, -1)) || isChinese(neighbour(at, 1));
    }

    private char neighbour(int at, int step) {
        int i = at + step;
        while (i >= 0 && i < length && (text[i] == ' ' || text[i] == '(' || text[i] == ')')) {
            i += step;
        }
        return i >= 0 && i < length ? text[i] : '\0';
    }

    private static boolean isChinese(char c) {
        return Glyphs.isWide(c);
    }

    private void widenParentheses() {
        int[] open = new int[16];
        int depth = 0;
        int lastChinese = -1;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '(') {
                if (depth < open.length) {
                    open[depth] = i;
                }
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
                int from = depth < open.length ? open[depth] : i;
                if (lastChinese > from
                        || isChinese(neighbour(from, -1))
                        || isChinese(neighbour(i, 1))
                        || isOrdinal(from, i)) {
                    text[i] = '）';
                    if (from != i) {
                        text[from] = '（';
                    }
                }
            } else if (isChinese(c)) {
                lastChinese = i;
            }
        }
        widenLeftOvers();
    }

    /** {@code (1)} alone says nothing of its surroundings; both widths mean the same. */
    private boolean isOrdinal(int from, int to) {
        if (to - from < 2 || to - from > 4 || from > 0) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private void widenLeftOvers() {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if ((c == '(' || c == ')') && (isChinese(before(i)) || isChinese(after(i)))) {
                text[i] = c == '(' ? '（' : '）';
            }
        }
    }

    private char before(int at) {
        return at > 0 ? text[at - 1] : '\0';
    }

    private char after(int at) {
        return at + 1 < length ? text[at + 1] : '\0';
    }

    /** Straight double quotes in Chinese text mean curly ones: closing where one is open, opening where none is. */
    private void pairQuotes() {
        int straight = 0;
        int marks = 0;
        boolean chinese = false;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            straight += c == '"' ? 1 : 0;
            marks += c == '"' || c == '“' || c == '”' ? 1 : 0;
            chinese |= Glyphs.isHan(c);
        }
        if (!chinese || straight == 0 || marks % 2 != 0) {
            return;
        }
        boolean open = false;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '"') {
                text[i] = open ? '”' : '“';
                open = !open;
            } else if (c == '“' || c == '”') {
                open = c == '“';
            }
        }
    }
}
