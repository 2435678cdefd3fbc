package io.casewire.extraction.word;

import io.casewire.extraction.Block.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of a table by row and column, some of them marked as merged with the one to their left or above. What stands in such a cell is left from
 * before it was merged, and nobody sees it.
 */
public final class TableGrid {
    private final List<List<Placed>> rows = new ArrayList<>();

    /** How a cell is merged with the one before it in its row or column. */
    public enum Merge {
        NONE,
        /** It is the first of those that are merged. */
        BEGINS,
        /** It is part of the one before it. */
        GOES_ON
    }

    private static final class Placed {
        private final String text;
        private final int column;
        private int columns;
        private int rows = 1;
        private final Merge down;
        private boolean covered;

        private Placed(String text, int column, int columns, Merge down) {
            this.text = text;
            this.column = column;
            this.columns = columns;
            this.down = down;
        }
    }

    public void beginRow() {
        rows.add(new ArrayList<>());
    }

    /** Columns of the row in which it has no cell; none where it is 0. */
    public void gap(int columns) {
        if (columns > 0) {
            cell("", columns, Merge.NONE, Merge.NONE);
        }
    }

    /**
     * The next cell of the row.
     *
     * @param across how it is merged with the cell to its left
     * @param down how it is merged with the cell above
     */
    public void cell(String text, int columns, Merge across, Merge down) {
        List<Placed> row = rows.getLast();
        Placed last = row.isEmpty() ? null : row.getLast();
        if (across == Merge.GOES_ON && last != null) {
            last.columns += columns;
        } else {
            row.add(new Placed(text, last == null ? 0 : last.column + last.columns, columns, down));
        }
    }

    /** The rows; cells that an earlier row's cell covers are left out. */
    public List<List<Cell>> resolved() {
        Map<Integer, Placed> open = new HashMap<>();
        for (List<Placed> row : rows) {
            Map<Integer, Placed> still = new HashMap<>();
            for (Placed cell : row) {
                Placed above = cell.down == Merge.GOES_ON ? open.get(cell.column) : null;
                if (above != null && above.columns == cell.columns) {
                    above.rows++;
                    cell.covered = true;
                    still.put(cell.column, above);
                } else if (cell.down != Merge.NONE) {
                    still.put(cell.column, cell);
                }
            }
            open = still;
        }
        return rows.stream()
                .map(row -> row.stream()
                        .filter(cell -> !cell.covered)
                        .map(cell -> new Cell(cell.text, cell.columns, cell.rows))
                        .toList())
                .toList();
    }
}
