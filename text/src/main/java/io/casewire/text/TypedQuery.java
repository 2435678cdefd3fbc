package io.casewire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed into the search box, or subscribed to: words, “quoted phrases” and -exclusions; a number is excluded by
 * quoting it, as a minus before it is its sign. Every text is a query; there is no syntax to get wrong.
 *
 * @param wanted all of these have to be found
 * @param excluded none of these may be
 */
public record TypedQuery(List<Part> wanted, List<String> excluded) {
    private static final String QUOTES = "\"＂“”„‟「」『』";
    private static final String MINUSES = "-－−﹣";

    public TypedQuery {
        wanted = List.copyOf(wanted);
        excluded = List.copyOf(excluded);
    }

    /**
     * One thing to be found.
     *
     * @param exact true for what was quoted: it has to stand there as it is
     */
    public record Part(String text, boolean exact) {}

    /** Reads what was typed; a quotation that is not closed ends with the text. */
    public static TypedQuery parse(String text) {
        String typed = Invisible.removedFrom(text);
        List<Part> wanted = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int at = 0;
        while (at < typed.length()) {
            if (isSpace(typed.charAt(at))) {
                at++;
                continue;
            }
            boolean minus = excludes(typed, at);
            int start = minus ? at + 1 : at;
            boolean quoted = isQuote(typed.charAt(start));
            int from = quoted ? start + 1 : start;
            int end = from;
            while (end < typed.length() && !isQuote(typed.charAt(end)) && (quoted || !isSpace(typed.charAt(end)))) {
                end++;
            }
            String part = typed.substring(from, end);
            if (!part.isBlank()) {
                if (minus) {
                    excluded.add(part);
                } else {
                    wanted.add(new Part(part, quoted));
                }
            }
            at = quoted && end < typed.length() ? end + 1 : Math.max(end, at + 1);
        }
        return new TypedQuery(wanted, excluded);
    }

    /** How many parts it has. */
    public int size() {
        return wanted.size() + excluded.size();
    }

    /** A minus before a word or a quotation excludes it; before a number it is a sign: -18℃. */
    private static boolean excludes(String typed, int at) {
        if (MINUSES.indexOf(typed.charAt(at)) < 0 || at + 1 == typed.length()) {
            return false;
        }
        char next = typed.charAt(at + 1);
        return !isSpace(next) && !Character.isDigit(next) && Character.getType(next) != Character.OTHER_NUMBER;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
