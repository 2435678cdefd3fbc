package io.casewire.replication.exchange;

import io.casewire.replication.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a row, told so that whoever sees only the sentence finds the place.
 *
 * @param sheet null in a CSV file
 * @param row as the program shows it
 * @param column its heading; null where the row as a whole is meant
 * @param code for programs, such as {@code not-a-day}; a broken rule of the ledger by its own name
 * @param message in Chinese, the place in it
 * @param id of the obligation; null where it is not known
 */
record RowProblem(
        @Nullable String sheet,
        int row,
        @Nullable String column,
        String code,
        String message,
        @Nullable String id) {
    private static final int SHOWN = 40;

    static RowProblem of(SheetRow row, @Nullable Column column, String code, String sentence, @Nullable String id) {
        return new RowProblem(
                row.sheet().isEmpty() ? null : row.sheet(),
                row.number(),
                column == null ? null : column.heading(),
                code,
                "第" + row.number() + "行" + (column == null ? "" : " “" + column.heading() + "”") + "：" + sentence,
                id);
    }

    /** What stands in a cell, short enough to be repeated. */
    static String shown(String text) {
        String line = text.replace('\n', ' ');
        int end = line.length() > SHOWN
                ? line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())))
                : line.length();
        return "“" + line.substring(0, end) + (end < line.length() ? "…" : "") + "”";
    }
}
