package io.casewire.catalog.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 has it, in UTF-8 with the byte order mark that Excel needs. A text that a spreadsheet would compute ({@code
 * =HYPERLINK(…)}) gets an apostrophe before it, as OWASP advises (CSV injection); numbers of ours are written as they are.
 */
final class CsvTable implements CaseWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** In both widths, as Excel takes the full ones for the others; and what it skips before them. */
    private static final String COMPUTED = "=+-@＝＋－＠\t\r\n";

    private final Language language;
    private final CsvWriter csv;

    CsvTable(OutputStream out, Language language) throws IOException {
        this.language = language;
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(Column.inOrder().stream()
                .map(column -> column.heading(language))
                .toArray(String[]::new));
    }

    @Override
    public void write(StoredCase stored) {
        csv.writeRecord(Column.inOrder().stream()
                .map(column -> cell(column.of(stored, language)))
                .toArray(String[]::new));
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    private static String cell(@Nullable Object value) {
        return value instanceof String text ? harmless(text) : Objects.toString(value, "");
    }

    static String harmless(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
    }
}
