package io.casewire.extraction.doc;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.TouchingTables;
import io.casewire.extraction.word.Flow;
import io.casewire.extraction.word.TableGrid;
import io.casewire.extraction.word.TableGrid.Merge;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** A table; its rows have cells of their own widths, of which the columns are made. */
final class DocTable {
    /** Edges nearer to each other are one, in twentieths of a point: no column is narrower than a character. */
    private static final int TOLERANCE = 100;

    private final DocStory story;
    private final WordBlocks blocks;

    DocTable(DocStory story, WordBlocks blocks) {
        this.story = story;
        this.blocks = blocks;
    }

    /**
     * Hands the table on, each by itself where several touch each other, or what is in it where it is but a frame.
     *
     * @param level how many tables are around its cells
     */
    void handOn(Table table, int level, Flow flow) {
        if (table.numRows() == 1 && table.getRow(0).numCells() == 1) {
            story.walk(table.getRow(0).getCell(0), level, flow);
            flow.end();
            return;
        }
        List<Integer> edges = edges(table);
        TableGrid grid = new TableGrid();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            if (!isDeleted(row)) {
                row(row, level, edges, grid);
            }
        }
        for (List<List<Cell>> part : TouchingTables.parted(grid.resolved())) {
            List<Row> rows = new ArrayList<>();
            for (List<Cell> cells : part) {
                rows.add(blocks.counted(new Row(cells, blocks.row(rows.size() + 1))));
            }
            flow.table(rows);
        }
    }

    private void row(TableRow row, int level, List<Integer> edges, TableGrid grid) {
        grid.beginRow();
        int column = 0;
        for (int i = 0; i < row.numCells(); i++) {
            TableCell cell = row.getCell(i);
            int from = column(edges, cell.getLeftEdge());
            int to = column(edges, cell.getLeftEdge() + cell.getWidth());
            Flow.IntoCell flow = new Flow.IntoCell();
            story.walk(cell, level, flow);
            flow.end();
            if (to <= from && flow.text().isEmpty()) {
                // too narrow for a character: room between others
                continue;
            }
            to = Math.max(from + 1, to);
            grid.gap(from - column);
            grid.cell(flow.text(), to - from, across(cell), down(cell));
            column = to;
        }
        grid.gap(edges.size() - 1 - column);
    }

    private static Merge across(TableCell cell) {
        return cell.isFirstMerged() ? Merge.BEGINS : cell.isMerged() ? Merge.GOES_ON : Merge.NONE;
    }

    private static Merge down(TableCell cell) {
        return cell.isFirstVerticallyMerged() ? Merge.BEGINS : cell.isVerticallyMerged() ? Merge.GOES_ON : Merge.NONE;
    }

    /** From left to right, none twice. */
    private static List<Integer> edges(Table table) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                all.add(cell.getLeftEdge());
                all.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() > TOLERANCE) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /** The number of the column that begins at an edge. */
    private static int column(List<Integer> edges, int edge) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= edge) {
            column++;
        }
        return column;
    }

    private static boolean isDeleted(TableRow row) {
        Paragraph end = row.getParagraph(row.numParagraphs() - 1);
        int runs = end.numCharacterRuns();
        return end.isTableRowEnd() && runs > 0 && end.getCharacterRun(runs - 1).isMarkedDeleted();
    }
}
