package io.casewire.extraction.xlsx;

import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The cells of a sheet in which something stands. Rows and columns are counted from 0.
 *
 * @param rows in their order, hidden ones too
 * @param merged areas of cells shown as one
 */
record Sheet(List<SheetRow> rows, List<CellRangeAddress> merged, BitSet hiddenRows, BitSet hiddenColumns) {
    /** A row; its cells by column. */
    record SheetRow(int number, List<SheetCell> cells) {}

    /** A cell and what it shows, never blank. */
    record SheetCell(int column, String text) {}
}
