package io.casewire.extraction.xlsx;

import io.casewire.extraction.xlsx.Grid.GridCell;
import io.casewire.extraction.xlsx.Grid.GridRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What rows of a sheet are to the table beside them. */
final class SheetRows {
    private static final int MAX_NUMBER_LENGTH = 6;
    private static final String NUMERALS = "0123456789０１２３４５６７８９一二三四五六七八九十百（）().．、";

    /** Longer than 填报单位 and 主要负责人签字. */
    private static final int MAX_LABEL_LENGTH = 10;

    private SheetRows() {}

    /** How many rows at the beginning are lines of text: all of them where no row has several cells. */
    static int linesAbove(List<GridRow> rows) {
        int width = width(rows);
        int lines = 0;
        while (lines < rows.size() && isLine(rows, lines, width)) {
            lines += height(rows, lines);
        }
        return lines;
    }

    /** How many rows at the end of a table are lines of text below it. */
    static int linesBelow(List<GridRow> rows) {
        int width = width(rows);
        int left = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(GridCell::column)
                .min()
                .orElse(0);
        int from = rows.size();
        for (int i = rows.size() - 1; i > 0; i--) {
            // what a cell from above covers goes with it
            if (!rows.get(i).cells().isEmpty()) {
                if (!isLineBelow(rows, i, width, left) || i + height(rows, i) != from) {
                    break;
                }
                from = i;
            }
        }
        return rows.size() - from;
    }

    /** Of a row whose cells reach into rows below, where nothing else stands, how many rows it takes. */
    private static int height(List<GridRow> rows, int at) {
        int end = at + 1;
        while (end < rows.size() && rows.get(end).cells().isEmpty()) {
            end++;
        }
        return end - at;
    }

    /** Whether cells of a row stand beside cells of rows below. */
    private static boolean reachesDown(List<GridRow> rows, int at) {
        int height = height(rows, at);
        return rows.get(at).cells().stream().anyMatch(cell -> cell.rows() > height);
    }

    /** Of the widest row, in cells. */
    private static int width(List<GridRow> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    private static boolean isLine(List<GridRow> rows, int at, int width) {
        GridRow row = rows.get(at);
        boolean alone = row.cells().size() == 1;
        return !row.covered() && !reachesDown(rows, at) && (alone || isForm(row, width));
    }

    private static boolean isLineBelow(List<GridRow> rows, int at, int width, int left) {
        List<GridCell> cells = rows.get(at).cells();
        GridCell first = cells.getFirst();
        boolean begins = first.columns() > 1 || first.column() == left;
        return isLine(rows, at, width) && !isNumber(first.text()) && (cells.size() > 1 || begins);
    }

    /** 填报单位：… 填报日期：…, beside each other in a table of more columns. */
    private static boolean isForm(GridRow row, int width) {
        return row.cells().size() * 2 <= width && row.cells().stream().anyMatch(cell -> isLabelled(cell.text()));
    }

    private static boolean isLabelled(String text) {
        int wide = text.indexOf('：');
        int colon = wide >= 0 ? wide : text.indexOf(':');
        return colon > 0 && colon <= MAX_LABEL_LENGTH;
    }

    /** Whether a row names columns again, in other words than those above: most of its cells are names of that row. */
    static boolean namesColumnsAnew(GridRow row, GridRow header) {
        Set<String> names = header.cells().stream().map(GridCell::text).collect(Collectors.toSet());
        long known =
                row.cells().stream().filter(cell -> names.contains(cell.text())).count();
        boolean same = known == row.cells().size() && known == header.cells().size();
        return !same
                && known >= 2
                && known * 2 >= row.cells().size()
                && row.cells().stream().noneMatch(cell -> isNumber(cell.text()));
    }

    /** 3, （三） or ③: what counts rows, in whatever numerals. */
    static boolean isNumber(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty()
                && stripped.length() <= MAX_NUMBER_LENGTH
                && stripped.chars()
                        .allMatch(c -> NUMERALS.indexOf(c) >= 0 || (c >= '①' && c <= '⑳') || (c >= '㉑' && c <= '㊿'));
    }
}
