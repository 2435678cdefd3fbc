package io.casewire.replication.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook in the shape that offices keep: title, groups of columns, headings, then a line each. Texts are cells of text, so that
 * nothing is computed and no code loses its zeros; days are days. What may be changed is white, the rest grey.
 */
final class XlsxWriting implements LineWriter {
    static final int HEAD_ROWS = 3;

    private static final int HELD_ROWS = 100;
    private static final int FIXED_COLUMNS = 2;
    private static final int SPARE_ROWS = 200;
    private static final String GREY = "F2F2F2";
    private static final String BLUE = "DDEBF7";
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm";

    /** What a reader would take for a character that XML cannot hold (ECMA-376-1, 22.9.2.19). */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final List<Column> columns = Column.inOrder();
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row = HEAD_ROWS;

    XlsxWriting(OutputStream out, String title) {
        workbook = new Workbook(out, "Casewire", null);
        sheet = workbook.newWorksheet("台账");
        int last = columns.size() - 1;
        sheet.inlineString(0, 0, title);
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .fontSize(14)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(0, 42);
        groups();
        for (int at = 0; at <= last; at++) {
            sheet.inlineString(2, at, columns.get(at).heading());
            sheet.width(at, columns.get(at).width());
        }
        sheet.range(1, 0, 2, last)
                .style()
                .bold()
                .fillColor(BLUE)
                .borderStyle(BorderStyle.THIN)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.freezePane(FIXED_COLUMNS, HEAD_ROWS);
    }

    private void groups() {
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            while (to + 1 < columns.size()
                    && columns.get(to + 1).group().equals(columns.get(from).group())) {
                to++;
            }
            sheet.inlineString(1, from, columns.get(from).group());
            sheet.range(1, from, 1, to).merge();
            from = to + 1;
        }
    }

    @Override
    public void write(Line line) throws IOException {
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            String format = value(at, column.of(line), column);
            boolean changes = column.use() == Column.Use.STEP || column.use() == Column.Use.WORK;
            var style = sheet.style(row, at)
                    .borderStyle(BorderStyle.THIN)
                    .verticalAlignment("top")
                    .wrapText(true);
            if (format != null) {
                style.format(format);
            }
            if (!changes) {
                style.fillColor(GREY);
            }
            style.set();
        }
        row++;
        if (row % HELD_ROWS == 0) {
            sheet.flush();
        }
    }

    /** Puts it there; the format it is shown in, null for that of numbers. */
    private @Nullable String value(int at, @Nullable Object value, Column column) {
        switch (value) {
            case null -> {
                return switch (column) {
                    case DUE, PLANNED_FINISH -> DAY;
                    case PERCENT -> null;
                    default -> TEXT;
                };
            }
            case Number number -> {
                sheet.value(row, at, number);
                return null;
            }
            case LocalDate day -> {
                sheet.value(row, at, day);
                return DAY;
            }
            case LocalDateTime time -> {
                sheet.value(row, at, time);
                return TIME;
            }
            default -> {
                sheet.inlineString(
                        row, at, LOOKS_ESCAPED.matcher(Objects.toString(value)).replaceAll("_x005F_"));
                return TEXT;
            }
        }
    }

    @Override
    public void finish() throws IOException {
        choices(Column.STATUS, Words.statuses());
        choices(Column.OUTCOME, Words.outcomes());
        workbook.finish();
    }

    private void choices(Column column, List<String> words) {
        int at = columns.indexOf(column);
        sheet.range(HEAD_ROWS, at, row + SPARE_ROWS, at).validateWithListByFormula('"' + String.join(",", words) + '"');
    }
}
