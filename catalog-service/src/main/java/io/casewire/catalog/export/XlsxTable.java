package io.casewire.catalog.export;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook, written sheet by sheet as rows come. Texts are written into their cells, as a table of all texts would be held in
 * memory, and never as formulas. What a sheet cannot hold: rows go on in another sheet, a longer text is cut and ends with {@value #CUT}.
 */
final class XlsxTable implements CaseWriter {
    static final String CUT = "……（过长，已截断）";

    /** Of one sheet, the heading among them (ECMA-376, as Excel reads it). */
    static final int MAX_ROWS = 1_048_576;

    private static final int MAX_CELL = 32_767;
    private static final int HELD_ROWS = 100;
    private static final int WIDTH = 18;
    private static final int WIDE = 48;

    private final List<Column> columns = Column.inOrder();
    private final Language language;
    private final int maxRows;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxTable(OutputStream out, Language language) {
        this(out, language, MAX_ROWS);
    }

    XlsxTable(OutputStream out, Language language, int maxRows) {
        this.language = language;
        this.maxRows = maxRows;
        this.workbook = new Workbook(out, "Casewire", null);
        this.sheet = next();
    }

    @Override
    public void write(StoredCase stored) throws IOException {
        if (row == maxRows) {
            sheet.finish();
            sheet = next();
        }
        for (int at = 0; at < columns.size(); at++) {
            switch (columns.get(at).of(stored, language)) {
                case Number number -> sheet.value(row, at, number);
                case String text -> sheet.inlineString(row, at, fitting(text));
                case null, default -> {
                    // not printed: an empty cell
                }
            }
        }
        row++;
        if (row % HELD_ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }

    private Worksheet next() {
        sheets++;
        Worksheet opened = workbook.newWorksheet(language.of("案例", "Cases") + (sheets == 1 ? "" : " " + sheets));
        for (int at = 0; at < columns.size(); at++) {
            opened.inlineString(0, at, columns.get(at).heading(language));
            opened.width(at, isLong(columns.get(at)) ? WIDE : WIDTH);
        }
        opened.range(0, 0, 0, columns.size() - 1).style().bold().set();
        opened.freezePane(0, 1);
        row = 1;
        return opened;
    }

    private static boolean isLong(Column column) {
        return switch (column) {
            case TITLE, BACKGROUND, SUMMARY, PRACTICE, EFFECTS, METRICS, DOCUMENT, INSTRUMENT -> true;
            default -> false;
        };
    }

    static String fitting(String text) {
        if (text.length() <= MAX_CELL) {
            return text;
        }
        int end = MAX_CELL - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
