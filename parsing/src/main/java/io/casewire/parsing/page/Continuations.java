package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Puts a table back together that was drawn in pieces: a piece without a header goes on under the header before it, and
 * a heading between two pieces is the category of what follows. A piece with the header printed anew, as at the top of each page, goes on
 * where nothing stands between and its numbers do not begin anew.
 */
final class Continuations {
    private static final int MAX_CATEGORY_LENGTH = 40;

    private Continuations() {}

    static List<Block> merge(List<Block> blocks) {
        List<Block> merged = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Table table) {
                int head = table.header().isEmpty() ? headOf(merged, table) : repeated(merged, table);
                if (head >= 0) {
                    merge(merged, head, table);
                    continue;
                }
            }
            merged.add(block);
        }
        return merged;
    }

    /** Index of the table this one continues; -1 if none. */
    private static int headOf(List<Block> merged, Table piece) {
        int width = piece.rows().isEmpty() ? 0 : piece.rows().getFirst().cells().size();
        for (int i = merged.size() - 1; i >= 0; i--) {
            switch (merged.get(i)) {
                case Table table -> {
                    return !table.header().isEmpty() && table.header().size() == width ? i : -1;
                }
                case Paragraph paragraph -> {
                    if (!isCategory(paragraph.text())) {
                        return -1;
                    }
                }
            }
        }
        return -1;
    }

    /** Index of the table just before this one whose header this one repeats; -1 if it repeats none. */
    private static int repeated(List<Block> merged, Table piece) {
        boolean repeats = piece.caption() == null
                && !merged.isEmpty()
                && merged.getLast() instanceof Table before
                && before.header().equals(piece.header())
                && !beginsAnew(before, piece);
        return repeats ? merged.size() - 1 : -1;
    }

    private static boolean beginsAnew(Table before, Table piece) {
        int last = number(before.rows().reversed());
        int first = number(piece.rows());
        return last > 0 && first > 0 && first <= last;
    }

    /** The first number that a row begins with; 0 without one. */
    private static int number(List<Row> rows) {
        for (Row row : rows) {
            String cell = row.cell(0);
            if (!cell.isEmpty() && cell.length() <= 4 && cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Integer.parseInt(cell);
            }
        }
        return 0;
    }

    private static boolean isCategory(String text) {
        Marker marker = Marker.read(text);
        return marker != null
                && (marker.style() == Style.HAN || marker.style() == Style.HAN_PAREN)
                && text.length() <= MAX_CATEGORY_LENGTH
                && text.indexOf('。') < 0;
    }

    private static void merge(List<Block> merged, int head, Table piece) {
        Table table = (Table) merged.get(head);
        List<Row> rows = new ArrayList<>(table.rows());
        for (Block between : merged.subList(head + 1, merged.size())) {
            if (between instanceof Paragraph paragraph) {
                List<String> cells =
                        new ArrayList<>(Collections.nCopies(table.header().size(), ""));
                cells.set(0, paragraph.text());
                rows.add(new Row(cells, cells, paragraph.lines()));
            }
        }
        for (Row row : piece.rows()) {
            if (!row.cells().equals(table.header())) {
                rows.add(row);
            }
        }
        while (merged.size() > head) {
            merged.removeLast();
        }
        merged.add(new Table(
                table.caption(),
                table.header(),
                rows,
                new LineRange(
                        table.lines().first(),
                        Math.max(table.lines().last(), piece.lines().last()))));
    }
}
