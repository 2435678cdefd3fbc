package io.casewire.extraction.ofd;

import io.casewire.extraction.SamplePage;
import io.casewire.extraction.SamplePage.Rows;
import io.casewire.extraction.SamplePage.Rule;
import io.casewire.extraction.SamplePage.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets a sample as an office's printer does: lines to the margin, first lines set in, tables ruled, their header on every page. */
final class SampleOfd {
    private static final double LEFT = 25;
    private static final double RIGHT = 185;
    private static final double TOP = 35;
    private static final double BOTTOM = 265;
    private static final double SIZE = 5;
    private static final double PITCH = 9;
    private static final double CELL_SIZE = 3.2;
    private static final double CELL_PITCH = 4.6;
    private static final double PADDING = 1;
    private static final String NOT_FIRST = "，。；：、！？）》”’%";

    private final OfdParts parts = new OfdParts();
    private StringBuilder page = new StringBuilder();
    private double y = TOP;
    private int pages = 1;

    private SampleOfd() {}

    static OfdParts of(SamplePage sample) {
        SampleOfd ofd = new SampleOfd();
        for (SamplePage.Part part : sample.parts()) {
            switch (part) {
                case Rule() -> ofd.y += PITCH;
                case Words(String text, int level) -> ofd.add(text, level);
                case Rows(List<List<String>> rows) -> ofd.add(rows);
            }
        }
        ofd.endPage();
        return ofd.parts;
    }

    private void endPage() {
        page.append(OfdParts.text(102, 280, 4, "g 4 2", "- " + pages + " -"));
        parts.page(page.toString());
        page = new StringBuilder();
        y = TOP;
        pages++;
    }

    private void add(String text, int level) {
        double size = level == 0 ? SIZE : 7 - level * 0.5;
        double setIn = level == 0 ? 2 * size : 0;
        y += level == 0 ? 0 : PITCH;
        for (String line : wrapped(text, size, RIGHT - LEFT, setIn)) {
            if (y + PITCH > BOTTOM) {
                endPage();
            }
            double start = level == 0 ? LEFT + setIn : (LEFT + RIGHT - width(line, size)) / 2;
            print(line, start, y, size);
            setIn = 0;
            y += PITCH;
        }
        y += level == 0 ? 0 : PITCH / 2;
    }

    private void add(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        double[] xs = new double[columns + 1];
        xs[0] = LEFT;
        for (int i = 0; i < columns; i++) {
            int longest = 2;
            for (List<String> row : rows) {
                longest = row.size() == columns ? Math.max(longest, row.get(i).length()) : longest;
            }
            xs[i + 1] = xs[i] + Math.sqrt(longest);
        }
        double scale = (RIGHT - LEFT) / (xs[columns] - LEFT);
        for (int i = 0; i <= columns; i++) {
            xs[i] = LEFT + (xs[i] - LEFT) * scale;
        }
        for (List<String> row : rows) {
            if (y + height(row, xs) > BOTTOM) {
                endPage();
                addRow(rows.getFirst(), xs);
            }
            addRow(row, xs);
        }
        y += PITCH;
    }

    private static double[] edges(List<String> row, double[] xs) {
        return row.size() == 1 ? new double[] {xs[0], xs[xs.length - 1]} : xs;
    }

    private static double height(List<String> row, double[] xs) {
        double[] edges = edges(row, xs);
        int lines = 1;
        for (int i = 0; i < row.size(); i++) {
            lines = Math.max(
                    lines, cellLines(row.get(i), edges[i + 1] - edges[i]).size());
        }
        return lines * CELL_PITCH + 2 * PADDING;
    }

    private void addRow(List<String> row, double[] xs) {
        double[] edges = edges(row, xs);
        double bottom = y + height(row, xs);
        page.append(OfdParts.grid(edges, new double[] {y, bottom}));
        for (int i = 0; i < row.size(); i++) {
            double at = y + CELL_SIZE + PADDING;
            for (String line : cellLines(row.get(i), edges[i + 1] - edges[i])) {
                print(line, edges[i] + PADDING, at, CELL_SIZE);
                at += CELL_PITCH;
            }
        }
        y = bottom;
    }

    private static List<String> cellLines(String cell, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : cell.split("\n", -1)) {
            lines.addAll(wrapped(paragraph, CELL_SIZE, width - 2 * PADDING, 0));
        }
        return lines;
    }

    private static List<String> wrapped(String text, double size, double room, double setIn) {
        List<String> lines = new ArrayList<>();
        double left = room - setIn;
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int end = pieceEnd(text, at);
            double piece = width(text.substring(at, end), size);
            if (at > start && piece > left + 1e-6) {
                lines.add(text.substring(start, at));
                start = at;
                left = room;
            }
            left -= piece;
            at = end;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** A word or a character, with the marks that may not begin a line. */
    private static int pieceEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && isNarrow(text.charAt(end)) && isNarrow(text.charAt(end - 1))) {
            end++;
        }
        while (end < text.length() && NOT_FIRST.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isNarrow(char c) {
        return c > ' ' && c < 0x7f;
    }

    private static double step(char c, double size) {
        return c < 0x7f ? size / 2 : size;
    }

    private static double width(String text, double size) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += step(text.charAt(i), size);
        }
        return width;
    }

    private void print(String line, double x, double baseline, double size) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i + 1 < line.length(); i++) {
            steps.append(String.format(Locale.ROOT, "%.2f ", step(line.charAt(i), size)));
        }
        String escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        if (!line.isEmpty()) {
            page.append(OfdParts.text(x, baseline, size, steps.toString().strip(), escaped));
        }
    }
}
