package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.extraction.Rendition;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of repaired text: a paragraph, a table's caption or header, or a table's row with tabs between its cells.
 *
 * @param lines of the original file it came from, 1-based; of its rendition where the original is no text
 * @param place where the first of these stands in the original, such as {@code page 3}; null where the original is text
 */
record TextLine(String text, LineRange lines, @Nullable String place) {

    /**
     * The whole text in reading order.
     *
     * @param rendition that the parser read; null where it read the file itself
     */
    static List<TextLine> of(DocumentText text, @Nullable Rendition rendition) {
        List<TextLine> lines = new ArrayList<>();
        for (Block block : text.blocks()) {
            switch (block) {
                case Paragraph paragraph -> lines.add(of(paragraph.text(), paragraph.lines(), rendition));
                case Table table -> add(table, lines, rendition);
            }
        }
        return lines;
    }

    private static void add(Table table, List<TextLine> lines, @Nullable Rendition rendition) {
        LineRange firstLine = new LineRange(table.lines().first(), table.lines().first());
        if (table.caption() != null) {
            lines.add(of(table.caption(), firstLine, rendition));
        }
        if (!table.header().isEmpty()) {
            lines.add(of(String.join("\t", table.header()), firstLine, rendition));
        }
        table.rows().forEach(row -> lines.add(of(String.join("\t", row.cells()), row.lines(), rendition)));
    }

    private static TextLine of(String text, LineRange lines, @Nullable Rendition rendition) {
        String place = rendition == null ? "" : rendition.placeOf(lines.first());
        return new TextLine(text, lines, place.isEmpty() ? null : place);
    }
}
