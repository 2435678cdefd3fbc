package io.casewire.extraction.layout;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Place;
import io.casewire.extraction.layout.RuledTable.PrintedCell;
import io.casewire.extraction.layout.RuledTable.PrintedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the block of a ruled table. */
final class TableBlocks {
    private TableBlocks() {}

    static Table of(RuledTable table) {
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (PrintedRow row : table.rows()) {
            List<PrintedCell> ordered = new ArrayList<>(row.cells());
            ordered.sort(Comparator.comparingInt(PrintedCell::column));
            List<Cell> cells = new ArrayList<>(ordered.size());
            for (PrintedCell cell : ordered) {
                cells.add(new Cell(cell.text().text(), cell.columns(), cell.rows()));
            }
            rows.add(new Row(cells, Place.page(row.page())));
        }
        return new Table(null, rows, Place.page(table.page()));
    }
}
