package io.casewire.replication.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.casewire.replication.sheet.Apostrophe;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** As RFC 4180 has it, in UTF-8 with the byte order mark that Excel needs: the title, the headings, a line each. */
final class CsvWriting implements LineWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    CsvWriting(OutputStream out, String title) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(title);
        csv.writeRecord(Column.inOrder().stream().map(Column::heading).toArray(String[]::new));
    }

    @Override
    public void write(Line line) {
        csv.writeRecord(Column.inOrder().stream()
                .map(column -> column.of(line))
                .map(value -> value instanceof String text ? Apostrophe.before(text) : Cells.text(value))
                .toArray(String[]::new));
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
