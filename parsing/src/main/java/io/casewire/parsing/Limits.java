package io.casewire.parsing;

import io.casewire.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of a document is read; beyond it the document is refused with a diagnostic. How long it may take, the caller
 * says by interrupting the thread.
 *
 * @param bytes of the file
 * @param lines of the decoded text
 * @param cells of tables: tabs, pipes and HTML cells
 * @param nesting how deep blocks of a web page may stand inside one another
 * @param records found
 * @param memory bytes of heap that reading may take, by {@link Cost}
 */
public record Limits(int bytes, int lines, int cells, int nesting, int records, long memory) {
    /** Far above any official document, far below what hurts; half of the heap at the most. */
    public static final Limits DEFAULT = new Limits(
            64 * 1024 * 1024,
            1_000_000,
            2_000_000,
            400,
            100_000,
            Runtime.getRuntime().maxMemory() / 2);

    /** Their names, for messages and settings. */
    public static final String MAX_BYTES = "max-size";

    public static final String MAX_LINES = "max-lines";
    public static final String MAX_CELLS = "max-cells";
    public static final String MAX_NESTING = "max-nesting";
    public static final String MAX_RECORDS = "max-records";
    public static final String MEMORY = "memory";

    private static final CharacterSet COUNTED = CharacterSet.of("\n\t|<");
    private static final String[] BLOCKS = {"div", "table", "section", "article", "blockquote", "ul", "ol"};

    /** Why a text is not read; null where it may be. Looks at every character once. */
    @Nullable
    Excess exceededBy(String text) {
        int foundLines = 0;
        int foundCells = 0;
        int tags = 0;
        int depth = 0;
        int deepest = 0;
        for (int i = COUNTED.indexIn(text, 0, text.length());
                i < text.length();
                i = COUNTED.indexIn(text, i + 1, text.length())) {
            switch (text.charAt(i)) {
                case '\n' -> foundLines++;
                case '\t', '|' -> foundCells++;
                case '<' -> {
                    tags++;
                    foundCells += isTag(text, i + 1, "td") || isTag(text, i + 1, "th") ? 1 : 0;
                    depth = Math.max(0, depth + step(text, i + 1));
                    deepest = Math.max(deepest, depth);
                }
                default -> {
                    // says nothing of size
                }
            }
        }
        if (foundLines > lines) {
            return new Excess(
                    "DOCUMENT_TOO_LARGE",
                    "The text has " + foundLines + " lines; at most " + lines + " are read (" + MAX_LINES + ")");
        }
        if (foundCells > cells) {
            return new Excess(
                    "TABLE_TOO_LARGE",
                    "The tables have " + foundCells + " cells; at most " + cells + " are read (" + MAX_CELLS + ")");
        }
        if (deepest > nesting) {
            return new Excess(
                    "NESTED_TOO_DEEP",
                    "Elements of the page stand " + deepest + " deep inside one another; at most " + nesting
                            + " are read (" + MAX_NESTING + ")");
        }
        long cost = Cost.of(text.length(), foundLines, foundCells, tags);
        return cost > memory ? Excess.ofMemory(cost, memory) : null;
    }

    private static int step(String text, int at) {
        boolean closes = at < text.length() && text.charAt(at) == '/';
        for (String block : BLOCKS) {
            if (isTag(text, closes ? at + 1 : at, block)) {
                return closes ? -1 : 1;
            }
        }
        return 0;
    }

    private static boolean isTag(String text, int at, String name) {
        int end = at + name.length();
        return text.regionMatches(true, at, name, 0, name.length())
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /**
     * More than is read.
     *
     * @param code of the diagnostic
     */
    public record Excess(String code, String message) {
        private static final long MEGABYTE = 1 << 20;

        /** A text that takes too much memory. */
        public static Excess ofMemory(long cost, long memory) {
            return new Excess(
                    "DOCUMENT_TOO_COSTLY",
                    "Reading it takes about " + (cost + MEGABYTE - 1) / MEGABYTE + " MB of memory; at most "
                            + memory / MEGABYTE + " MB are given to it (" + MEMORY
                            + "). Divide it into several documents");
        }
    }
}
