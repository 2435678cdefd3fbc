package io.casewire.extraction.xlsx;

import io.casewire.extraction.xlsx.Sheet.SheetCell;
import io.casewire.extraction.xlsx.Sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet as it is seen: without what is hidden, merged cells as one. */
final class Grid {
    /**
     * A row that is not blank.
     *
     * @param number in the sheet, from 1
     * @param cells that begin in it, from left to right
     * @param covered whether a cell of an earlier row reaches into it
     * @param apart whether blank rows stand between it and the row before
     */
    record GridRow(int number, List<GridCell> cells, boolean covered, boolean apart) {
        String first() {
            return cells.isEmpty() ? "" : cells.getFirst().text();
        }
    }

    /** A cell: its column among those that are seen, how many columns and rows it covers. */
    record GridCell(int column, int columns, int rows, String text) {
        int end() {
            return column + columns;
        }
    }

    private final Sheet sheet;
    private final Losses losses;
    private final int lastRow;
    private final int lastColumn;
    private final int[] seenColumns;
    private final List<Area> open = new ArrayList<>();
    private final List<GridRow> rows = new ArrayList<>();

    /** A merged area from the row on in which it begins. */
    private static final class Area {
        private final CellRangeAddress range;
        private final @Nullable String text;
        private boolean placed;

        Area(CellRangeAddress range, @Nullable String text) {
            this.range = range;
            this.text = text;
        }

        boolean covers(int column) {
            return range.getFirstColumn() <= column && column <= range.getLastColumn();
        }
    }

    private Grid(Sheet sheet, Losses losses) {
        this.sheet = sheet;
        this.losses = losses;
        int row = -1;
        int column = -1;
        for (SheetRow found : sheet.rows()) {
            if (!sheet.hiddenRows().get(found.number())) {
                row = Math.max(row, found.number());
                column = Math.max(column, found.cells().getLast().column());
            }
        }
        this.lastRow = row;
        this.lastColumn = column;
        this.seenColumns = new int[column + 2];
        for (int i = 0; i <= column; i++) {
            seenColumns[i + 1] = seenColumns[i] + (sheet.hiddenColumns().get(i) ? 0 : 1);
        }
    }

    static List<GridRow> rows(Sheet sheet, Losses losses) {
        return new Grid(sheet, losses).read();
    }

    private List<GridRow> read() {
        countHidden();
        List<CellRangeAddress> areas = new ArrayList<>(sheet.merged());
        areas.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
        int nextArea = 0;
        int nextRow = 0;
        boolean apart = false;
        for (int number = 0; number <= lastRow; number++) {
            SheetRow found = nextRow < sheet.rows().size() ? sheet.rows().get(nextRow) : null;
            List<SheetCell> cells = found != null && found.number() == number ? found.cells() : List.of();
            nextRow += cells.isEmpty() ? 0 : 1;
            int ended = number;
            open.removeIf(area -> area.range.getLastRow() < ended);
            while (nextArea < areas.size() && areas.get(nextArea).getFirstRow() <= number) {
                CellRangeAddress range = areas.get(nextArea++);
                open.add(new Area(range, textAt(cells, range.getFirstColumn())));
            }
            if (!sheet.hiddenRows().get(number)) {
                apart = add(number, cells, apart);
            }
        }
        return rows;
    }

    /** Adds a row unless it is blank; whether it is. */
    private boolean add(int number, List<SheetCell> cells, boolean apart) {
        List<GridCell> shown = new ArrayList<>();
        for (SheetCell cell : cells) {
            if (!sheet.hiddenColumns().get(cell.column())
                    && open.stream().noneMatch(area -> area.covers(cell.column()))) {
                shown.add(new GridCell(seenColumns[cell.column()], 1, 1, cell.text()));
            }
        }
        boolean covered = false;
        for (Area area : open) {
            covered |= area.placed && area.text != null;
            if (!area.placed && area.text != null) {
                GridCell cell = place(area, number);
                if (cell != null) {
                    shown.add(cell);
                }
            }
            area.placed = true;
        }
        if (shown.isEmpty() && !covered) {
            return true;
        }
        shown.sort(Comparator.comparingInt(GridCell::column));
        rows.add(new GridRow(number + 1, List.copyOf(shown), covered, apart));
        return false;
    }

    private @Nullable GridCell place(Area area, int number) {
        int from = seenColumns[Math.min(area.range.getFirstColumn(), lastColumn + 1)];
        int to = seenColumns[Math.min(area.range.getLastColumn(), lastColumn) + 1];
        int end = Math.min(area.range.getLastRow(), lastRow) + 1;
        int hidden = sheet.hiddenRows().get(number, end).cardinality();
        return area.text == null || to <= from ? null : new GridCell(from, to - from, end - number - hidden, area.text);
    }

    private static @Nullable String textAt(List<SheetCell> cells, int column) {
        for (SheetCell cell : cells) {
            if (cell.column() == column) {
                return cell.text();
            }
        }
        return null;
    }

    private void countHidden() {
        boolean[] told = new boolean[Math.max(lastColumn + 1, 0)];
        for (SheetRow row : sheet.rows()) {
            if (sheet.hiddenRows().get(row.number())) {
                losses.add(Loss.HIDDEN_ROWS, row.number());
                continue;
            }
            for (SheetCell cell : row.cells()) {
                if (sheet.hiddenColumns().get(cell.column()) && !told[cell.column()]) {
                    told[cell.column()] = true;
                    losses.add(Loss.HIDDEN_COLUMNS, row.number());
                }
            }
        }
    }
}
