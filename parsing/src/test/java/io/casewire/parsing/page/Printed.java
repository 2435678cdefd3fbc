package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** Lines and tables as the steps of this package hand them on to each other. */
final class Printed {
    private Printed() {}

    /** Lines of a text, the first with the number 1. */
    static List<Line> lines(String... printed) {
        List<Line> lines = new ArrayList<>();
        for (String line : printed) {
            lines.add(Line.of(lines.size() + 1, line));
        }
        return lines;
    }

    static Line line(String printed) {
        return Line.of(1, printed);
    }

    /** A table on consecutive lines, its cells between strokes; the first row on the line given. */
    static Table table(int line, List<String> header, String... rows) {
        List<Row> read = new ArrayList<>();
        for (String row : rows) {
            List<String> cells = List.of(row.split("\\|", -1));
            int at = line + read.size();
            read.add(new Row(cells, cells, new LineRange(at, at)));
        }
        return new Table(null, header, read, new LineRange(line, line + Math.max(0, rows.length - 1)));
    }
}
