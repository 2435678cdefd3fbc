package io.casewire.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * How a text is read for search, the same for the index, its queries and for subscriptions: as Chinese characters and words of
 * letters or digits, between which quotation marks, brackets, hyphens and blanks count for nothing. So {@code ISO 9001} and
 * {@code ISO9001}, {@code Wi-Fi} and {@code wifi}, {@code GB/T 19001} and {@code GB/T19001}, {@code -18 ℃} and {@code 18°C} are the
 * same, while a sentence's marks and line breaks part what stands beside them, and one number never runs into the next.
 */
public final class SearchText {
    /** Stands in {@link #line} where a mark of a sentence parts two stretches. */
    private static final char BREAK = '\n';

    private static final char BETWEEN_NUMBERS = ' ';
    private static final char BETWEEN_PARTS = '\u001d';

    /** A word longer than this is read as several. */
    private static final int MAX_PIECE = 255;

    private static final CharacterSet DASHES = CharacterSet.of("—―─～~–");
    private static final CharacterSet BREAKS = CharacterSet.of("。、；：！？，…‥|¦\n\t,;:!?\\");
    /** Characters, kana and Hangul too, that are pieces of their own. */
    private static final CharacterSet CHINESE = CharacterSet.where(c -> c >= '⺀' && isChinese(c));

    private static final CharacterSet SEPARATORS = CharacterSet.of("" + BREAK + BETWEEN_NUMBERS + BETWEEN_PARTS);

    private final List<Piece> pieces;
    private final String line;
    /** Where in the line a piece begins. */
    private final BitSet beginnings;

    private SearchText(List<Piece> pieces, String line, BitSet beginnings) {
        this.pieces = List.copyOf(pieces);
        this.line = line;
        this.beginnings = beginnings;
    }

    /**
     * A Chinese character, or a word of letters or of digits.
     *
     * @param text in the form to compare; a number keeps its decimal point and loses the commas of its thousands
     * @param word false for a Chinese character, kana or Hangul
     * @param position how many characters of pieces stand before it, one more for each mark of a sentence: the same in every spelling
     * @param start where it begins in the original
     * @param end where it ends in the original, exclusive
     * @param follows whether nothing parts it from the piece before it
     */
    public record Piece(String text, boolean word, int position, int start, int end, boolean follows) {
        boolean isNumber() {
            return word && Character.isDigit(text.codePointAt(0));
        }
    }

    public static SearchText of(String text) {
        return of(List.of(text));
    }

    /** Several texts, over whose ends nothing is found; the places of pieces are those in their own text. */
    public static SearchText of(Collection<String> parts) {
        Reader reader = new Reader();
        parts.forEach(reader::read);
        return reader.read();
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** All pieces in order, a line break where a sentence's mark parts them, a blank between two numbers. */
    public String line() {
        return line;
    }

    /**
     * Whether a term stands here: Chinese characters anywhere, words and numbers whole.
     *
     * @param term the {@link #line} of another text
     */
    public boolean contains(String term) {
        for (int at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + 1)) {
            if (isBoundary(at) && isBoundary(at + term.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChinese(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO ->
                Character.isLetter(codePoint) || Character.getType(codePoint) == Character.LETTER_NUMBER;
            default -> codePoint == 'ー';
        };
    }

    private boolean isBoundary(int at) {
        return at == line.length() || beginnings.get(at) || SEPARATORS.contains(line.charAt(at));
    }

    /** Reads a text once, from left to right. */
    private static final class Reader {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private final BitSet beginnings = new BitSet();
        private int position;
        private String original = "";
        private ComparableText comparable = ComparableText.of("");
        private String text = "";
        /** Where the separators began that stand before the next piece. */
        private int separators;

        private boolean partBegins;

        void read(String part) {
            original = part;
            comparable = ComparableText.of(part);
            text = comparable.text();
            separators = 0;
            partBegins = true;
            int at = 0;
            while (at < text.length()) {
                int end = pieceAt(at);
                if (end > at) {
                    add(at, end);
                    separators = end;
                }
                at = Math.max(end, at + 1);
            }
        }

        SearchText read() {
            return new SearchText(pieces, line.toString(), beginnings);
        }

        /** The end of the piece that begins there; the same place where none does. */
        private int pieceAt(int at) {
            int codePoint = text.codePointAt(at);
            if (isChinese(codePoint)) {
                return at + Character.charCount(codePoint);
            }
            if (isDigit(codePoint)) {
                return numberAt(at);
            }
            if (isPercent(codePoint)) {
                return at + 1;
            }
            int end = at;
            while (end < text.length() && end - at < MAX_PIECE && isLetter(text.codePointAt(end), end > at)) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end;
        }

        private int numberAt(int from) {
            if (!isPlainDigit(from)) {
                // ① and the 2 of m²: numbers of their own, whatever digits stand beside them
                int end = from + 1;
                while (end < text.length()
                        && comparable.start(end) == comparable.start(from)
                        && isDigit(text.charAt(end))) {
                    end++;
                }
                return end;
            }
            int end = digitsFrom(from);
            boolean grouped = end - from <= 3;
            while (end + 1 < text.length() && end - from < MAX_PIECE) {
                int next = digitsFrom(end + 1);
                boolean thousands = grouped && text.charAt(end) == ',' && next == end + 4;
                boolean decimals = text.charAt(end) == '.' && next > end + 1;
                if (!thousands && !decimals) {
                    break;
                }
                grouped = thousands;
                end = next;
            }
            return end;
        }

        private int digitsFrom(int from) {
            int end = from;
            while (end < text.length() && isPlainDigit(end) && end - from < MAX_PIECE) {
                end++;
            }
            return end;
        }

        private boolean isPlainDigit(int at) {
            return isDigit(text.charAt(at)) && Character.isDigit(original.charAt(comparable.start(at)));
        }

        private void add(int from, int to) {
            int first = text.codePointAt(from);
            boolean word = !isChinese(first);
            boolean number = isDigit(first);
            String piece = to - from == 1 ? LoneCharacters.of((char) first) : text.substring(from, to);
            if (number) {
                piece = piece.replace(",", "");
            }
            boolean follows = false;
            if (!pieces.isEmpty()) {
                char parted = parting(pieces.getLast(), word, number, from);
                follows = parted == '\0';
                if (!follows) {
                    line.append(parted);
                    // so that no phrase is found over the end of a sentence or of a part
                    position += parted == BETWEEN_NUMBERS ? 0 : 1;
                }
            }
            partBegins = false;
            pieces.add(new Piece(piece, word, position, comparable.start(from), comparable.end(to), follows));
            beginnings.set(line.length());
            line.append(piece);
            position += piece.length();
        }

        /** What parts a piece from the next, which begins at {@code from}; \0 where nothing does. */
        private char parting(Piece before, boolean word, boolean number, int from) {
            if (partBegins) {
                return BETWEEN_PARTS;
            }
            boolean numbers = number && before.isNumber();
            char parting = numbers ? BETWEEN_NUMBERS : '\0';
            for (int at = separators; at < from; at++) {
                char c = text.charAt(at);
                if (BREAKS.contains(c)
                        || (c == '.' && !isInsideWord(before, word, at, from))
                        || (c == '/' && !before.word() && !word)
                        || (DASHES.contains(c) && !numbers)) {
                    parting = BREAK;
                }
            }
            return parting;
        }

        /** U.S. and Node.js, not the end of a sentence. */
        private boolean isInsideWord(Piece before, boolean word, int at, int from) {
            return before.word() && word && at == separators && at + 1 == from;
        }

        private static boolean isChinese(int codePoint) {
            return codePoint <= Character.MAX_VALUE
                    ? CHINESE.contains((char) codePoint)
                    : SearchText.isChinese(codePoint);
        }

        private static boolean isLetter(int codePoint, boolean inside) {
            return (Character.isLetter(codePoint) && !isChinese(codePoint)) || (inside && isMark(codePoint));
        }

        private static boolean isMark(int codePoint) {
            int type = Character.getType(codePoint);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        private static boolean isDigit(int codePoint) {
            return Character.isDigit(codePoint);
        }

        private static boolean isPercent(int codePoint) {
            return codePoint == '%' || codePoint == '‰';
        }
    }
}
