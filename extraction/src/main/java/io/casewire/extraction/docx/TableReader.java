package io.casewire.extraction.docx;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.TouchingTables;
import io.casewire.extraction.word.Flow;
import io.casewire.extraction.word.TableGrid;
import io.casewire.extraction.word.TableGrid.Merge;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with its spans, as it stands when all changes that were tracked in it are accepted. */
final class TableReader {
    private static final int MAX_COLUMNS = 1000;

    private final Story story;
    private final WordBlocks blocks;
    private final TableGrid grid = new TableGrid();
    /** The only row so far, not yet read: where no other follows and it has one cell, it only frames what is in it. */
    private @Nullable Element only;

    private int rows;

    TableReader(Story story, WordBlocks blocks) {
        this.story = story;
        this.blocks = blocks;
    }

    /** Reads rows wherever they are in the element. */
    void read(Element around) {
        for (Element element : around.children()) {
            switch (element.name()) {
                case "w:tr" -> row(element);
                case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" -> read(element);
                default -> {
                    // properties of the table, the widths that its columns are meant to have
                }
            }
        }
    }

    private void row(Element row) {
        Element properties = row.child("w:trPr");
        if (properties != null && (properties.child("w:del") != null || properties.isOn("w:hidden"))) {
            return;
        }
        if (rows++ == 0) {
            only = row;
            return;
        }
        add(takeOnly());
        add(row);
    }

    private @Nullable Element takeOnly() {
        Element taken = only;
        only = null;
        return taken;
    }

    /** Hands the table on, each by itself where several touch each other, or what is in it where it is but a frame. */
    void handOn(Flow flow) {
        Element row = takeOnly();
        if (row != null) {
            List<Element> cells = new ArrayList<>();
            collectCells(row, cells);
            if (cells.size() == 1) {
                story.walk(cells.getFirst().children(), flow);
                flow.end();
                return;
            }
            add(row);
        }
        for (List<List<Cell>> part : TouchingTables.parted(grid.resolved())) {
            List<Row> handedOn = new ArrayList<>();
            for (List<Cell> cells : part) {
                handedOn.add(blocks.counted(new Row(cells, blocks.row(handedOn.size() + 1))));
            }
            flow.table(handedOn);
        }
    }

    private void add(@Nullable Element row) {
        if (row == null) {
            return;
        }
        grid.beginRow();
        Element properties = row.child("w:trPr");
        grid.gap(properties == null ? 0 : columns(properties, "w:gridBefore"));
        List<Element> cells = new ArrayList<>();
        collectCells(row, cells);
        cells.forEach(this::cell);
        grid.gap(properties == null ? 0 : columns(properties, "w:gridAfter"));
    }

    private static int columns(Element properties, String name) {
        return Math.clamp(properties.number(name, 0), 0, MAX_COLUMNS);
    }

    private static void collectCells(Element around, List<Element> cells) {
        for (Element element : around.children()) {
            switch (element.name()) {
                case "w:tc" -> {
                    Element properties = element.child("w:tcPr");
                    if (properties == null || properties.child("w:cellDel") == null) {
                        cells.add(element);
                    }
                }
                case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" -> collectCells(element, cells);
                default -> {
                    // properties of the row
                }
            }
        }
    }

    private void cell(Element cell) {
        Element properties = cell.child("w:tcPr");
        Flow.IntoCell flow = new Flow.IntoCell();
        story.walk(cell.children(), flow);
        flow.end();
        int columns = properties == null ? 1 : Math.max(1, columns(properties, "w:gridSpan"));
        grid.cell(flow.text(), columns, merge(properties, "w:hMerge"), merge(properties, "w:vMerge"));
    }

    private static Merge merge(@Nullable Element properties, String name) {
        Element merge = properties == null ? null : properties.child(name);
        if (merge == null) {
            return Merge.NONE;
        }
        return "restart".equals(merge.attribute("w:val")) ? Merge.BEGINS : Merge.GOES_ON;
    }
}
