package io.casewire.extraction.xlsx;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Place;
import io.casewire.extraction.xlsx.Grid.GridCell;
import io.casewire.extraction.xlsx.Grid.GridRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the tables of a sheet from the lines above, between and below them. Blank rows part tables, unless the rows below go on counting
 * or begin with the same names, as for another page; so does a row that names columns like the first one of the table. Rows of one cell above a table and below it are lines of text, inside
 * it they are rows that say one thing of those below.
 */
final class SheetBlocks {
    private final String sheet;
    private final List<Piece> found = new ArrayList<>();

    /** A line of text or a table whose rows are not all there yet. */
    private sealed interface Piece {
        record Line(Paragraph paragraph) implements Piece {}

        record Drawn(TableRows rows) implements Piece {}
    }

    private SheetBlocks(String sheet) {
        this.sheet = sheet;
    }

    /**
     * The blocks of a sheet.
     *
     * @param sheet its name, for places
     * @param caption of its first table where nothing stands above it; null for none
     */
    static List<Block> of(String sheet, List<GridRow> rows, @Nullable String caption) {
        SheetBlocks blocks = new SheetBlocks(sheet);
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).apart()) {
                blocks.addRun(rows.subList(from, i));
                from = i;
            }
        }
        return blocks.build(caption);
    }

    private void addRun(List<GridRow> run) {
        int from = 0;
        GridRow header = null;
        for (int i = 0; i < run.size(); i++) {
            GridRow row = run.get(i);
            if (row.cells().size() < 2) {
                continue;
            }
            if (header == null) {
                header = row;
            } else if (SheetRows.namesColumnsAnew(row, header)) {
                addPiece(run.subList(from, i));
                from = i;
                header = row;
            }
        }
        addPiece(run.subList(from, run.size()));
    }

    private void addPiece(List<GridRow> piece) {
        int from = SheetRows.linesAbove(piece);
        int to = piece.size() - SheetRows.linesBelow(piece.subList(from, piece.size()));
        addLines(piece.subList(0, from));
        List<GridRow> rows = piece.subList(from, to);
        if (!rows.isEmpty()) {
            addTable(rows, from == 0);
        }
        addLines(piece.subList(to, piece.size()));
    }

    private void addLines(List<GridRow> rows) {
        for (GridRow row : rows) {
            for (GridCell cell : row.cells()) {
                found.add(new Piece.Line(Paragraph.of(cell.text(), place(row))));
            }
        }
    }

    private void addTable(List<GridRow> rows, boolean bare) {
        TableRows before = lastTable();
        boolean counts = before != null && before.countsOnIn(rows);
        if (before != null && bare && isLast(before) && (counts || before.isRepeatedBy(rows))) {
            before.add(rows);
        } else {
            // a piece without names of its own keeps the columns of the one it goes on with
            found.add(new Piece.Drawn(before != null && counts ? before.continuedBy(rows) : TableRows.of(rows)));
        }
    }

    private boolean isLast(TableRows table) {
        return found.getLast() instanceof Piece.Drawn(TableRows rows) && rows.equals(table);
    }

    private @Nullable TableRows lastTable() {
        for (Piece piece : found.reversed()) {
            if (piece instanceof Piece.Drawn(TableRows rows)) {
                return rows;
            }
        }
        return null;
    }

    private Place place(GridRow row) {
        return Place.sheetRow(sheet, row.number());
    }

    private List<Block> build(@Nullable String caption) {
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : found) {
            switch (piece) {
                case Piece.Line(Paragraph paragraph) -> blocks.add(paragraph);
                case Piece.Drawn(TableRows rows) ->
                    blocks.add(rows.build(blocks.isEmpty() ? caption : null, this::place));
            }
        }
        return blocks;
    }
}
