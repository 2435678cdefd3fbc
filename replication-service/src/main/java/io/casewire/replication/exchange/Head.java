package io.casewire.replication.exchange;

import io.casewire.replication.sheet.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a sheet are, found by their headings: below any number of titles, in one row or several, a heading of a group above
 * or not.
 *
 * @param columns from 0
 * @param unknown headings that name no column
 * @param twice headings that name a column another one names too
 * @param after number of the last row of the head
 */
record Head(Map<Column, Integer> columns, List<String> unknown, List<String> twice, int after) {
    /** How far down a head is looked for. */
    static final int WITHIN = 30;

    private static final int ENOUGH = 3;
    private static final int HIGHEST = 3;

    /** The head among a sheet's first rows; empty where none is. */
    static Optional<Head> in(List<SheetRow> rows) {
        int best = -1;
        long most = 0;
        for (int at = 0; at < rows.size(); at++) {
            long named = named(rows.get(at));
            if (named > most) {
                most = named;
                best = at;
            }
        }
        if (most < ENOUGH) {
            return Optional.empty();
        }
        int bottom = best;
        // parts of a head whose other columns are merged downwards
        while (bottom + 1 < rows.size()
                && bottom + 1 - best < HIGHEST
                && rows.get(bottom + 1).number() == rows.get(bottom).number() + 1
                && isHead(rows.get(bottom + 1))) {
            bottom++;
        }
        return Optional.of(head(rows.subList(Math.max(0, best - HIGHEST + 1), bottom + 1)));
    }

    private static long named(SheetRow row) {
        return row.cells().stream()
                .flatMap(cell -> Column.named(cell).stream())
                .distinct()
                .count();
    }

    private static boolean isHead(SheetRow row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        long named = row.cells().stream()
                .filter(cell -> Column.named(cell).isPresent())
                .count();
        return named > 0 && named * 2 > filled;
    }

    private static Head head(List<SheetRow> rows) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int at = 0; at < width; at++) {
            String heading = heading(rows, at);
            Column column = heading == null ? null : Column.named(heading).orElse(null);
            if (column != null && columns.putIfAbsent(column, at) != null) {
                twice.add(column.heading());
            }
            if (column == null && heading != null) {
                unknown.add(heading);
            }
        }
        return new Head(columns, unknown, twice, rows.getLast().number());
    }

    /** The lowest that names a column, else what stands in the last row; null where nothing does. */
    private static @Nullable String heading(List<SheetRow> rows, int column) {
        for (SheetRow row : rows.reversed()) {
            if (Column.named(row.cell(column)).isPresent()) {
                return row.cell(column);
            }
        }
        String lowest = Cells.compact(rows.getLast().cell(column));
        return lowest.isEmpty() ? null : lowest;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** What stands in that column, tidied; null where the sheet has no such column. */
    @Nullable
    String text(SheetRow row, Column column) {
        Integer at = columns.get(column);
        return at == null ? null : Cells.tidy(row.cell(at));
    }
}
