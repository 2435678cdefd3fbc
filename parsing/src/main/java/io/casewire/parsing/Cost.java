package io.casewire.parsing;

/**
 * What reading a text takes of the heap, by what it is made of. Measured, and rounded up, on texts of nothing but prose, short lines,
 * rows of tables, or tags: what is not of one kind takes less.
 */
public final class Cost {
    /** The text, its repaired form, the traces of its coverage. */
    private static final long PER_CHARACTER = 16;
    /** Its paragraph, and the record it may become. */
    private static final long PER_LINE = 1000;
    /** Raw and repaired. */
    private static final long PER_CELL = 150;
    /** The element and its place, of the beginning and of the end. */
    private static final long PER_TAG = 300;

    private Cost() {}

    /**
     * In bytes.
     *
     * @param cells ends of cells: tabs and pipes
     * @param tags less-than signs
     */
    public static long of(long characters, long lines, long cells, long tags) {
        return PER_CHARACTER * characters + PER_LINE * lines + PER_CELL * cells + PER_TAG * tags;
    }
}
