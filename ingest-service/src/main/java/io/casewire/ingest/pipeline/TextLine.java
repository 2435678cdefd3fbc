package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.layout.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of repaired text: a paragraph, a table's caption or header, or a table's row with tabs between its cells.
 *
 * @param lines of the original file it came from, 1-based
 */
record TextLine(String text, LineRange lines) {

    /** The whole text in reading order. */
    static List<TextLine> of(DocumentText text) {
        List<TextLine> lines = new ArrayList<>();
        for (Block block : text.blocks()) {
            switch (block) {
                case Paragraph paragraph -> lines.add(new TextLine(paragraph.text(), paragraph.lines()));
                case Table table -> add(table, lines);
            }
        }
        return lines;
    }

    private static void add(Table table, List<TextLine> lines) {
        LineRange firstLine = new LineRange(table.lines().first(), table.lines().first());
        if (table.caption() != null) {
            lines.add(new TextLine(table.caption(), firstLine));
        }
        if (!table.header().isEmpty()) {
            lines.add(new TextLine(String.join("\t", table.header()), firstLine));
        }
        table.rows().forEach(row -> lines.add(new TextLine(String.join("\t", row.cells()), row.lines())));
    }
}
