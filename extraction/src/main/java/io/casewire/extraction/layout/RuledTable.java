package io.casewire.extraction.layout;

import io.casewire.extraction.TouchingTables;
import io.casewire.extraction.TouchingTables.Span;
import io.casewire.extraction.layout.Grid.Area;
import java.util.ArrayList;
import java.util.List;

/** A table as ruling lines part it, or several pieces of one that pages cut. */
final class RuledTable {
    private final int page;
    private final double top;
    private double[] xs;
    private final List<PrintedRow> rows = new ArrayList<>();
    private final List<Double> tops = new ArrayList<>();

    /** A cell; those it covers besides its first are left out. */
    static final class PrintedCell {
        private final CellText text;
        private int column;
        private int columns;
        private int rows;

        PrintedCell(CellText text, int column, int columns, int rows) {
            this.text = text;
            this.column = column;
            this.columns = columns;
            this.rows = rows;
        }

        CellText text() {
            return text;
        }

        int column() {
            return column;
        }

        int columns() {
            return columns;
        }

        int rows() {
            return rows;
        }

        boolean covers(int other) {
            return other >= column && other < column + columns;
        }

        void extendBy(int more) {
            rows += more;
        }

        void place(int at, int wide) {
            column = at;
            columns = wide;
        }
    }

    /** @param page it begins on, counted from 1 */
    record PrintedRow(List<PrintedCell> cells, int page) {
        String texts() {
            StringBuilder texts = new StringBuilder();
            for (PrintedCell cell : cells) {
                texts.append(cell.column).append(':').append(cell.text.text()).append('\t');
            }
            return texts.toString();
        }

        boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.text.isEmpty());
        }
    }

    /** @param inside the characters of each of the grid's cells */
    RuledTable(int page, Grid grid, List<List<Glyph>> inside) {
        this.page = page;
        this.top = grid.top();
        this.xs = grid.xs().clone();
        List<List<TextLine>> lines = new ArrayList<>();
        inside.forEach(glyphs -> lines.add(LineMaker.lines(glyphs)));
        Padding padding = Padding.of(grid, lines);
        for (int row = 0; row < grid.rows(); row++) {
            rows.add(new PrintedRow(new ArrayList<>(), page));
            tops.add(grid.top(row));
        }
        for (int i = 0; i < lines.size(); i++) {
            Area area = grid.areas().get(i);
            CellText text = new CellText(
                    lines.get(i),
                    grid.left(area) + padding.left(),
                    grid.right(area) - padding.right(),
                    grid.bottom(area));
            rows.get(area.row()).cells().add(new PrintedCell(text, area.column(), area.columns(), area.rows()));
        }
    }

    private RuledTable(int page, double top, double[] xs, List<PrintedRow> rows) {
        this.page = page;
        this.top = top;
        this.xs = xs;
        this.rows.addAll(rows);
    }

    /** How far text stays away from the sides of its cells, in points. */
    private record Padding(double left, double right) {
        /** Writers leave as much room on the right as on the left, this much at most of the size of the text. */
        private static final double MOST = 0.75;

        static Padding of(Grid grid, List<List<TextLine>> lines) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.POSITIVE_INFINITY;
            List<Double> sizes = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Area area = grid.areas().get(i);
                for (TextLine line : lines.get(i)) {
                    left = Math.min(left, line.left() - grid.left(area));
                    right = Math.min(right, grid.right(area) - line.right());
                    sizes.add(line.size());
                }
            }
            if (sizes.isEmpty()) {
                return new Padding(0, 0);
            }
            // one line that hangs over would make all others look as if there were room left
            boolean usual = left <= MOST * Numbers.median(sizes);
            return new Padding(Math.max(0, left), Math.max(0, usual ? Math.max(left, right) : right));
        }
    }

    /** The tables it is made of, where several touch each other. */
    List<RuledTable> parts() {
        List<List<Span>> spans = new ArrayList<>();
        for (PrintedRow row : rows) {
            spans.add(row.cells().stream()
                    .map(cell -> new Span(cell.text.text(), cell.column, cell.column + cell.columns, cell.rows))
                    .toList());
        }
        List<Integer> begins = TouchingTables.beginnings(spans);
        if (begins.size() == 1) {
            return List.of(this);
        }
        List<RuledTable> parts = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            int from = begins.get(i);
            int to = i + 1 < begins.size() ? begins.get(i + 1) : rows.size();
            int[] edges = TouchingTables.edgesOf(spans.subList(from, to));
            if (edges.length > 1) {
                parts.add(part(from, to, edges));
            }
        }
        return parts;
    }

    private RuledTable part(int from, int to, int[] edges) {
        List<PrintedRow> own = new ArrayList<>();
        for (PrintedRow row : rows.subList(from, to)) {
            List<PrintedCell> cells = new ArrayList<>();
            for (PrintedCell cell : row.cells()) {
                int left = TouchingTables.index(edges, cell.column);
                int columns = TouchingTables.index(edges, cell.column + cell.columns) - left;
                if (columns > 0) {
                    cell.place(left, columns);
                    cells.add(cell);
                }
            }
            own.add(new PrintedRow(cells, page));
        }
        double[] places = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            places[i] = xs[edges[i]];
        }
        return new RuledTable(page, tops.get(from), places, own);
    }

    int page() {
        return page;
    }

    double top() {
        return top;
    }

    double[] xs() {
        return xs;
    }

    void setXs(double[] edges) {
        xs = edges;
    }

    /** From top to bottom; to be added to where a table goes on. */
    List<PrintedRow> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.stream().allMatch(PrintedRow::isEmpty);
    }
}
