package io.casewire.extraction;

import java.util.ArrayList;
import java.util.List;

/** What stands in blocks, short enough to compare. */
public final class Blocks {
    private Blocks() {}

    /** Printed lines as they are, blank ones left out. */
    public static List<String> lines(Extraction extraction) {
        return printed(extraction).stream().filter(line -> !line.isEmpty()).toList();
    }

    /** Printed lines as they are. */
    public static List<String> printed(Extraction extraction) {
        List<String> lines = new ArrayList<>();
        for (Block block : extraction.blocks()) {
            if (block instanceof Block.PrintedLines printed) {
                lines.addAll(printed.lines());
            }
        }
        return lines;
    }

    /** Rows of all tables: cells between strokes, spans as {@code text×columns×rows} where they are more than one by one. */
    public static List<String> rows(Extraction extraction) {
        List<String> rows = new ArrayList<>();
        for (Block block : extraction.blocks()) {
            if (block instanceof Block.Table table) {
                table.rows()
                        .forEach(row -> rows.add(String.join(
                                "|", row.cells().stream().map(Blocks::shortly).toList())));
            }
        }
        return rows;
    }

    private static String shortly(Block.Cell cell) {
        String text = cell.text().replace('\n', '/');
        return cell.columns() == 1 && cell.rows() == 1 ? text : text + "×" + cell.columns() + "×" + cell.rows();
    }

    public static List<String> notices(Extraction extraction) {
        return extraction.notices().stream().map(Notice::code).toList();
    }
}
