package io.casewire.replication.sheet;

import java.util.List;

/**
 * A row of a table as its reader sees it: dates in ISO form, percentages with their sign, what merged cells show in each of them.
 *
 * @param sheet its name; empty in a CSV file
 * @param number from 1, as the program shows it
 * @param cells empty texts where nothing stands
 * @param since1904 whether plain numbers that are days count from 1904
 */
public record SheetRow(String sheet, int number, List<String> cells, boolean since1904) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** What stands in that column, counted from 0; empty beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
