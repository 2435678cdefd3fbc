package io.casewire.extraction.layout;

import io.casewire.extraction.layout.Grid.Area;
import java.util.ArrayList;
import java.util.List;

/** A table as ruling lines part it, or several pieces of one that pages cut. */
final class RuledTable {
    private final int page;
    private final double top;
    private double[] xs;
    private final List<PrintedRow> rows = new ArrayList<>();

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
        double leftPadding = Double.POSITIVE_INFINITY;
        double rightPadding = Double.POSITIVE_INFINITY;
        for (int i = 0; i < inside.size(); i++) {
            Area area = grid.areas().get(i);
            List<TextLine> printed = LineMaker.lines(inside.get(i));
            lines.add(printed);
            for (TextLine line : printed) {
                leftPadding = Math.min(leftPadding, line.left() - grid.left(area));
                rightPadding = Math.min(rightPadding, grid.right(area) - line.right());
            }
        }
        for (int row = 0; row < grid.rows(); row++) {
            rows.add(new PrintedRow(new ArrayList<>(), page));
        }
        for (int i = 0; i < lines.size(); i++) {
            Area area = grid.areas().get(i);
            double left = grid.left(area) + Math.max(0, leftPadding);
            double right = grid.right(area) - Math.max(0, rightPadding);
            CellText text = new CellText(lines.get(i), left, right);
            rows.get(area.row()).cells().add(new PrintedCell(text, area.column(), area.columns(), area.rows()));
        }
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
