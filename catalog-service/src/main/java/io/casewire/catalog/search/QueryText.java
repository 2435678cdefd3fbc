package io.casewire.catalog.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed into the search box: words, “quoted phrases” and -exclusions. Every text is one; there is no
 * syntax to get wrong.
 *
 * @param wanted all of these have to be found
 * @param excluded none of these may be
 */
record QueryText(List<Part> wanted, List<String> excluded) {
    private static final String QUOTES = "\"＂“”„‟「」『』";
    private static final String MINUSES = "-－−";

    QueryText {
        wanted = List.copyOf(wanted);
        excluded = List.copyOf(excluded);
    }

    /**
     * One thing to be found.
     *
     * @param exact true for what was quoted: it has to stand there as it is
     */
    record Part(String text, boolean exact) {}

    /** Reads what was typed; a quotation that is not closed ends with the text. */
    static QueryText parse(String typed) {
        List<Part> wanted = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int at = 0;
        while (at < typed.length()) {
            if (isSpace(typed.charAt(at))) {
                at++;
                continue;
            }
            boolean minus =
                    MINUSES.indexOf(typed.charAt(at)) >= 0 && at + 1 < typed.length() && !isSpace(typed.charAt(at + 1));
            int start = minus ? at + 1 : at;
            boolean quoted = isQuote(typed.charAt(start));
            int from = quoted ? start + 1 : start;
            int end = from;
            while (end < typed.length() && !isQuote(typed.charAt(end)) && (quoted || !isSpace(typed.charAt(end)))) {
                end++;
            }
            String text = typed.substring(from, end);
            if (!text.isBlank()) {
                if (minus) {
                    excluded.add(text);
                } else {
                    wanted.add(new Part(text, quoted));
                }
            }
            at = quoted && end < typed.length() ? end + 1 : Math.max(end, at + 1);
        }
        return new QueryText(wanted, excluded);
    }

    /** How many parts it has. */
    int size() {
        return wanted.size() + excluded.size();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
