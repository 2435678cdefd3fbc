package io.casewire.extraction.layout;

import io.casewire.extraction.layout.RuledTable.PrintedCell;
import io.casewire.extraction.layout.RuledTable.PrintedRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of a table together that page breaks cut, and drops the header that each page repeats. */
final class TableJoin {
    private static final double SAME_EDGE = 4;
    private static final int MAX_TITLE_ROWS = 2;

    private TableJoin() {}

    /** Adds a piece to the table above it; false, and nothing done, where it is another table. */
    static boolean join(RuledTable table, RuledTable piece) {
        double[] edges = commonEdges(table.xs(), piece.xs());
        if (edges == null) {
            return false;
        }
        spread(table, edges);
        spread(piece, edges);
        List<PrintedRow> rows = table.rows();
        List<PrintedRow> more = piece.rows();
        int start = repeatedRows(rows, more);
        if (start < more.size() && CutRow.goesOn(rows, more.get(start))) {
            addTo(rows.getLast(), more.get(start));
            start++;
        }
        List<PrintedRow> rest = more.subList(start, more.size());
        extendOpenSpans(rows, rest);
        rows.addAll(rest);
        return true;
    }

    /** A title row above the header is not always repeated with it. */
    private static int repeatedRows(List<PrintedRow> rows, List<PrintedRow> more) {
        for (int from = 0; from < Math.min(rows.size(), MAX_TITLE_ROWS + 1); from++) {
            int repeated = 0;
            while (repeated < more.size()
                    && from + repeated < rows.size()
                    && isRepeated(rows.get(from + repeated), more.get(repeated))) {
                repeated++;
            }
            if (repeated > 0) {
                return repeated;
            }
        }
        return 0;
    }

    private static boolean isRepeated(PrintedRow row, PrintedRow other) {
        return !row.isEmpty() && row.texts().equals(other.texts());
    }

    /** The edges of both where one has all edges of the other; null where they differ. */
    private static double @Nullable [] commonEdges(double[] one, double[] other) {
        double[] more = one.length >= other.length ? one : other;
        double[] fewer = more == one ? other : one;
        boolean sameSides = Math.abs(more[0] - fewer[0]) <= SAME_EDGE
                && Math.abs(more[more.length - 1] - fewer[fewer.length - 1]) <= SAME_EDGE;
        for (double edge : fewer) {
            if (nearest(more, edge) < 0) {
                return null;
            }
        }
        return sameSides ? more : null;
    }

    private static int nearest(double[] edges, double to) {
        for (int i = 0; i < edges.length; i++) {
            if (Math.abs(edges[i] - to) <= SAME_EDGE) {
                return i;
            }
        }
        return -1;
    }

    private static void spread(RuledTable table, double[] edges) {
        double[] own = table.xs();
        if (own.length == edges.length) {
            return;
        }
        for (PrintedRow row : table.rows()) {
            for (PrintedCell cell : row.cells()) {
                int from = nearest(edges, own[cell.column()]);
                int to = nearest(edges, own[cell.column() + cell.columns()]);
                cell.place(from, to - from);
            }
        }
        table.setXs(edges);
    }

    private static void addTo(PrintedRow row, PrintedRow rest) {
        for (int i = 0; i < row.cells().size(); i++) {
            row.cells().get(i).text().addFrom(rest.cells().get(i).text());
        }
    }

    /** A cell over several rows that a page cut stands empty on the next one, or holds the rest of its text. */
    private static void extendOpenSpans(List<PrintedRow> rows, List<PrintedRow> rest) {
        if (rest.isEmpty()) {
            return;
        }
        List<PrintedCell> kept = new ArrayList<>();
        for (PrintedCell cell : rest.getFirst().cells()) {
            PrintedCell above = openAbove(rows, cell);
            boolean cut =
                    above != null && above.text().isFilled() && above.text().isCutBefore(cell.text());
            if (above == null || !(cut || cell.text().isEmpty())) {
                kept.add(cell);
            } else {
                above.text().addFrom(cell.text());
                above.extendBy(cell.rows());
            }
        }
        PrintedRow first = rest.getFirst();
        first.cells().clear();
        first.cells().addAll(kept);
    }

    /** The cell of several rows that reaches the end of the table in that column; null without one. */
    private static @Nullable PrintedCell openAbove(List<PrintedRow> rows, PrintedCell below) {
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (PrintedCell cell : rows.get(row).cells()) {
                if (cell.covers(below.column())) {
                    boolean reaches = row + cell.rows() == rows.size() && cell.rows() > 1;
                    return reaches && cell.columns() == below.columns() ? cell : null;
                }
            }
        }
        return null;
    }
}
