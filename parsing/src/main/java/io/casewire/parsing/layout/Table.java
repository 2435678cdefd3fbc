package io.casewire.parsing.layout;

import io.casewire.contracts.parsed.LineRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table after repair: page breaks inside it healed, repeated headers dropped, spanned cells filled in.
 *
 * @param caption the line that names it ({@code 表5 …}), where one stands right above
 * @param header column names, repaired; empty where the table has no header row
 * @param rows the rows below the header, in order
 */
public record Table(@Nullable String caption, List<String> header, List<Row> rows, LineRange lines) implements Block {
    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param cells as many as the header has; a line break inside a cell is {@code \n}; empty where nothing stands
     * @param raw the same cells before text repair: where a blank separates two names, only this still tells
     */
    public record Row(List<String> cells, List<String> raw, LineRange lines) {
        public Row {
            cells = List.copyOf(cells);
            raw = List.copyOf(raw);
        }

        /** The text of a column; empty where the row is shorter. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        /** The unrepaired text of a column; empty where the row is shorter. */
        public String rawCell(int column) {
            return column >= 0 && column < raw.size() ? raw.get(column) : "";
        }

        /** The only text of a row that says one thing across the table (a category, a note); null for a row of data. */
        public @Nullable String spanning() {
            String only = null;
            for (String cell : cells) {
                if (!cell.isEmpty()) {
                    if (only != null && !only.equals(cell)) {
                        return null;
                    }
                    only = cell;
                }
            }
            return only;
        }
    }
}
