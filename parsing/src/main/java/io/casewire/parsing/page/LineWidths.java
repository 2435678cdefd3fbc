package io.casewire.parsing.page;

import io.casewire.parsing.table.Cells;
import io.casewire.text.Blanks;
import java.util.List;

/** How wide each line of running text is, in characters or in columns (a Chinese character takes two). */
final class LineWidths {
    /** The width of what no margin cuts: blank lines, tables, boilerplate. */
    private static final int NO_TEXT = -1;

    private final boolean columns;
    private final int[] widths;

    private LineWidths(boolean columns, int[] widths) {
        this.columns = columns;
        this.widths = widths;
    }

    static LineWidths inCharacters(List<Line> lines) {
        int[] widths = new int[lines.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = isText(lines.get(i)) ? width(lines.get(i), false) : NO_TEXT;
        }
        return new LineWidths(false, widths);
    }

    /** The same lines in columns. */
    LineWidths inColumns(List<Line> lines) {
        int[] wide = widths.clone();
        for (int i = 0; i < wide.length; i++) {
            wide[i] = isText(i) ? width(lines.get(i), true) : NO_TEXT;
        }
        return new LineWidths(true, wide);
    }

    boolean areColumns() {
        return columns;
    }

    boolean isText(int line) {
        return widths[line] != NO_TEXT;
    }

    int of(int line) {
        return widths[line];
    }

    /** The widest line when so many per cent of the lines may be wider still; one more than {@code limit} for any wider. */
    int widest(int spare, int limit) {
        int[] histogram = new int[limit + 2];
        int count = 0;
        for (int width : widths) {
            if (width != NO_TEXT) {
                histogram[Math.min(limit + 1, width)]++;
                count++;
            }
        }
        int left = count * spare / 100;
        int widest = limit + 1;
        while (widest > 0 && histogram[widest] <= left) {
            left -= histogram[widest];
            widest--;
        }
        return widest;
    }

    private static boolean isText(Line line) {
        return !line.isBlank() && !line.isDrawn() && line.boilerplate() == null && !Cells.isPiped(line.raw());
    }

    private static int width(Line line, boolean columns) {
        String raw = line.raw();
        int end = raw.length();
        while (end > 0 && Blanks.isBlank(raw.charAt(end - 1))) {
            end--;
        }
        // the marks of a heading took their place in the line
        return line.headingLevel() + between(raw, 0, end, columns);
    }

    /** The width of a part of a text. */
    static int between(String text, int from, int to, boolean columns) {
        int width = to - from;
        for (int i = from; columns && i < to; i++) {
            width += text.charAt(i) < '\u0080' ? 0 : 1;
        }
        return width;
    }
}
