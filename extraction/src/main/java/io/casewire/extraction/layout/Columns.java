package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.List;

/** Tells text set in two columns from text that runs across the page. */
final class Columns {
    /** In em. */
    private static final double GUTTER = 1.2;

    private static final int MIN_LINES = 6;
    private static final int MIN_LENGTH = 8;

    /** Points between the places where a gutter is looked for. */
    private static final double STEP = 2;

    private static final double FLUSH = 2.5;

    private Columns() {}

    /**
     * A stretch of a page.
     *
     * @param column 0 across the page, 1 left, 2 right
     */
    record Stretch(int column, List<TextLine> lines) {}

    /** The stretches in reading order. */
    static List<Stretch> of(List<Glyph> glyphs, double width) {
        List<List<Glyph>> rows = LineMaker.rows(glyphs);
        double gutter = gutter(rows, width);
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        while (gutter > 0 && at < rows.size()) {
            int end = at;
            while (end < rows.size() && !crosses(rows.get(end), gutter)) {
                end++;
            }
            if (isColumns(rows.subList(at, end), gutter)) {
                addColumns(rows.subList(at, end), gutter, stretches);
            } else {
                add(0, rows.subList(at, end), stretches);
            }
            int across = end;
            while (across < rows.size() && crosses(rows.get(across), gutter)) {
                across++;
            }
            add(0, rows.subList(end, across), stretches);
            at = across;
        }
        if (gutter <= 0) {
            add(0, rows, stretches);
        }
        return stretches;
    }

    private static void add(int column, List<List<Glyph>> rows, List<Stretch> stretches) {
        List<TextLine> lines = new ArrayList<>();
        for (List<Glyph> row : rows) {
            TextLine line = LineMaker.line(row);
            if (line != null) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            stretches.add(new Stretch(column, lines));
        }
    }

    private static void addColumns(List<List<Glyph>> rows, double gutter, List<Stretch> stretches) {
        List<Glyph> left = new ArrayList<>();
        List<Glyph> right = new ArrayList<>();
        for (List<Glyph> row : rows) {
            for (Glyph glyph : row) {
                (glyph.centre() < gutter ? left : right).add(glyph);
            }
        }
        add(1, LineMaker.rows(left), stretches);
        add(2, LineMaker.rows(right), stretches);
    }

    /** Where most lines leave a gap; 0 where too few do. */
    private static double gutter(List<List<Glyph>> rows, double width) {
        int[] counts = new int[(int) Math.max(1, Math.min(10_000, width / STEP)) + 1];
        for (List<Glyph> row : rows) {
            List<Glyph> printed = printed(row);
            for (int i = 1; i < printed.size(); i++) {
                double from = printed.get(i - 1).right();
                double to = printed.get(i).left();
                if (to - from >= GUTTER * printed.get(i).size()) {
                    int first = Math.max(0, (int) Math.ceil(from / STEP));
                    for (int at = first; at < counts.length && at * STEP <= to; at++) {
                        counts[at]++;
                    }
                }
            }
        }
        int best = 0;
        for (int at = 1; at < counts.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return counts[best] >= MIN_LINES ? best * STEP : 0;
    }

    private static List<Glyph> printed(List<Glyph> row) {
        List<Glyph> printed = new ArrayList<>(row.size());
        for (Glyph glyph : row) {
            if (!glyph.isBlank()) {
                printed.add(glyph);
            }
        }
        return printed;
    }

    /** Whether text stands across the gutter, or too near beside it on both sides. */
    private static boolean crosses(List<Glyph> row, double gutter) {
        double left = Double.NEGATIVE_INFINITY;
        double right = Double.POSITIVE_INFINITY;
        double size = 1;
        for (Glyph glyph : printed(row)) {
            if (glyph.left() < gutter && glyph.right() > gutter) {
                return true;
            }
            left = glyph.right() <= gutter ? Math.max(left, glyph.right()) : left;
            right = glyph.left() >= gutter ? Math.min(right, glyph.left()) : right;
            size = Math.max(size, glyph.size());
        }
        return right - left < GUTTER * size * 0.8;
    }

    /** Prose on both sides: long lines, most of which end at the gutter. Short or ragged ones are a table's. */
    private static boolean isColumns(List<List<Glyph>> rows, double gutter) {
        int both = 0;
        int leftLength = 0;
        int rightLength = 0;
        List<Double> ends = new ArrayList<>();
        double farthest = 0;
        double size = 1;
        for (List<Glyph> row : rows) {
            double end = 0;
            int left = 0;
            int right = 0;
            for (Glyph glyph : printed(row)) {
                boolean isLeft = glyph.centre() < gutter;
                end = isLeft ? Math.max(end, glyph.right()) : end;
                left += isLeft ? 1 : 0;
                right += isLeft ? 0 : 1;
                size = glyph.size();
            }
            leftLength += left;
            rightLength += right;
            both += left > 0 && right > 0 ? 1 : 0;
            ends.add(end);
            farthest = Math.max(farthest, end);
        }
        double edge = farthest - FLUSH * size;
        long flush = ends.stream().filter(end -> end >= edge).count();
        return both >= MIN_LINES
                && leftLength >= MIN_LENGTH * both
                && rightLength >= MIN_LENGTH * both
                && flush * 2 >= rows.size();
    }
}
