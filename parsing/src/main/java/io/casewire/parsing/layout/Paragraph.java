package io.casewire.parsing.layout;

import io.casewire.contracts.parsed.LineRange;
import java.util.Arrays;

/**
 * Running text after repair, without line breaks, with a map back to the original lines.
 *
 * <p>The map is a list of starts: characters from {@code starts[i]} up to {@code starts[i + 1]} stood on line
 * {@code lines[i]}.
 */
public final class Paragraph implements Block {
    private final String text;
    private final int[] starts;
    private final int[] lineNumbers;
    private final int headingLevel;

    private Paragraph(String text, int[] starts, int[] lineNumbers, int headingLevel) {
        this.text = text;
        this.starts = starts;
        this.lineNumbers = lineNumbers;
        this.headingLevel = headingLevel;
    }

    /** A paragraph that stood on one line. */
    public static Paragraph of(String text, int line) {
        return of(text, line, 0);
    }

    /**
     * A paragraph that stood on one line.
     *
     * @param headingLevel see {@link #headingLevel()}
     */
    public static Paragraph of(String text, int line, int headingLevel) {
        return new Paragraph(text, new int[] {0}, new int[] {line}, headingLevel);
    }

    /**
     * A paragraph that stood on several lines.
     *
     * @param starts the offset where each line begins, ascending, the first 0
     * @param lineNumbers the line each of them stood on
     * @param headingLevel see {@link #headingLevel()}
     */
    public static Paragraph of(String text, int[] starts, int[] lineNumbers, int headingLevel) {
        return new Paragraph(text, starts.clone(), lineNumbers.clone(), headingLevel);
    }

    public String text() {
        return text;
    }

    /** 1 to 6 where markup calls it a heading ({@code ## …}, {@code <h2>}); 0 where nothing does. */
    public int headingLevel() {
        return headingLevel;
    }

    @Override
    public LineRange lines() {
        return new LineRange(lineNumbers[0], lineNumbers[lineNumbers.length - 1]);
    }

    /** The original line the character at {@code offset} stood on. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return lineNumbers[found >= 0 ? found : Math.max(0, -found - 2)];
    }

    /** The part from {@code begin} to {@code end} without the blanks at its ends; no heading any more. */
    public Paragraph slice(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (from == 0 && to == text.length()) {
            return this;
        }
        int first = segmentAt(from);
        int last = Math.max(first, segmentAt(Math.max(from, to - 1)));
        int[] newStarts = new int[last - first + 1];
        int[] newLines = Arrays.copyOfRange(lineNumbers, first, last + 1);
        for (int i = 1; i < newStarts.length; i++) {
            newStarts[i] = starts[first + i] - from;
        }
        return new Paragraph(text.substring(from, to), newStarts, newLines, 0);
    }

    /** The part from {@code begin} to the end, see {@link #slice(int, int)}. */
    public Paragraph slice(int begin) {
        return slice(begin, text.length());
    }

    /** The same paragraph with some characters exchanged for others; unchanged where the length differs. */
    public Paragraph withText(String other) {
        return other.length() == text.length() ? new Paragraph(other, starts, lineNumbers, headingLevel) : this;
    }

    /** This paragraph with {@code next} set right after it, {@code separator} between them. */
    public Paragraph append(String separator, Paragraph next) {
        int shift = text.length() + separator.length();
        int[] newStarts = Arrays.copyOf(starts, starts.length + next.starts.length);
        int[] newLines = Arrays.copyOf(lineNumbers, newStarts.length);
        for (int i = 0; i < next.starts.length; i++) {
            newStarts[starts.length + i] = next.starts[i] + shift;
            newLines[starts.length + i] = next.lineNumbers[i];
        }
        return new Paragraph(text + separator + next.text, newStarts, newLines, headingLevel);
    }

    private int segmentAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public String toString() {
        return lines() + " " + text;
    }
}
