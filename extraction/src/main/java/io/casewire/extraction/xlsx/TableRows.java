package io.casewire.extraction.xlsx;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Place;
import io.casewire.extraction.xlsx.Grid.GridCell;
import io.casewire.extraction.xlsx.Grid.GridRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that make a table, from its first column to the one behind its last; cells that are not there are empty ones. */
final class TableRows {
    private final List<GridRow> rows;
    private final int from;
    private final int to;

    private TableRows(List<GridRow> rows, int from, int to) {
        this.rows = new ArrayList<>(rows);
        this.from = from;
        this.to = to;
    }

    static TableRows of(List<GridRow> rows) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (GridRow row : rows) {
            for (GridCell cell : row.cells()) {
                from = Math.min(from, cell.column());
                to = Math.max(to, cell.end());
            }
        }
        return new TableRows(rows, from, to);
    }

    /** Whether rows go on counting those of this table, which begins with names. */
    boolean countsOnIn(List<GridRow> more) {
        return SheetRows.isNumber(more.getFirst().first())
                && !SheetRows.isNumber(rows.getFirst().first())
                && hasColumnsOf(more);
    }

    /** Whether rows begin with the row that this table begins with. */
    boolean isRepeatedBy(List<GridRow> more) {
        return more.getFirst().cells().equals(rows.getFirst().cells()) && hasColumnsOf(more);
    }

    private boolean hasColumnsOf(List<GridRow> more) {
        TableRows other = of(more);
        return from <= other.from && other.to <= to;
    }

    void add(List<GridRow> more) {
        rows.addAll(more);
    }

    TableRows continuedBy(List<GridRow> more) {
        return new TableRows(more, from, to);
    }

    Table build(@Nullable String caption, Function<GridRow, Place> places) {
        List<Row> built = new ArrayList<>(rows.size());
        int[] free = new int[to - from];
        for (int i = 0; i < rows.size(); i++) {
            built.add(new Row(cells(rows.get(i), i, free), places.apply(rows.get(i))));
        }
        return new Table(caption, built, places.apply(rows.getFirst()));
    }

    /** @param free for each column the row from which on no cell from above covers it */
    private List<Cell> cells(GridRow row, int index, int[] free) {
        List<Cell> cells = new ArrayList<>(to - from);
        int next = 0;
        for (int column = from; column < to; ) {
            GridCell cell = next < row.cells().size() ? row.cells().get(next) : null;
            if (cell != null && cell.column() <= column) {
                int rowsOfIt = Math.min(cell.rows(), rows.size() - index);
                int columns = cell.end() - column;
                next++;
                if (columns > 0) {
                    cells.add(new Cell(cell.text(), columns, rowsOfIt));
                    for (int i = column; i < column + columns; i++) {
                        free[i - from] = index + rowsOfIt;
                    }
                    column += columns;
                }
            } else {
                if (free[column - from] <= index) {
                    cells.add(Cell.of(""));
                }
                column++;
            }
        }
        return cells;
    }
}
