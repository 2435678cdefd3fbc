package io.casewire.replication.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, which Excel in China writes; parted by commas,
 * or by tabs where there are more of them at the beginning.
 */
final class CsvRows implements SheetRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LOOKED_AT = 8192;
    private static final int MARK_BYTES = 2;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final Volume volume;
    private int number;

    private CsvRows(CsvReader<CsvRecord> reader, Volume volume) {
        this.reader = reader;
        this.records = reader.iterator();
        this.volume = volume;
    }

    static CsvRows open(Path file, SheetLimits limits) throws IOException {
        Volume volume = new Volume(limits);
        Charset charset = charset(file);
        Reader text = new BufferedReader(strict(volume.counted(Files.newInputStream(file)), charset), LOOKED_AT);
        char separator = separator(text);
        return new CsvRows(
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text),
                volume);
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (records.hasNext()) {
                List<String> cells = records.next().getFields().stream()
                        .map(Apostrophe::removed)
                        .toList();
                number++;
                SheetRow row = new SheetRow("", number, cells, false);
                if (!row.isBlank()) {
                    volume.row(cells);
                    return row;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw Unreadable.damaged(e);
        }
    }

    @Override
    public List<String> passedOver() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(MARK_BYTES);
            if (mark.length == MARK_BYTES && (mark[0] & 0xFF) + (mark[1] & 0xFF) == 0xFF + 0xFE && mark[0] != mark[1]) {
                return StandardCharsets.UTF_16;
            }
        }
        for (Charset tried : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (isIn(file, tried)) {
                return tried;
            }
        }
        throw new Unreadable("encoding-unknown", "文字编码无法识别。请在 Excel 中另存为“CSV UTF-8”后再导入。");
    }

    private static boolean isIn(Path file, Charset charset) throws IOException {
        char[] read = new char[LOOKED_AT];
        try (Reader text = strict(Files.newInputStream(file), charset)) {
            int got = text.read(read);
            while (got >= 0) {
                for (int i = 0; i < got; i++) {
                    // no text, whatever its bytes are
                    if (read[i] == 0) {
                        return false;
                    }
                }
                got = text.read(read);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Looks at the beginning, passes the byte order mark over, and leaves the rest to be read. */
    private static char separator(Reader text) throws IOException {
        text.mark(LOOKED_AT);
        char[] beginning = new char[LOOKED_AT];
        int got = Math.max(0, text.read(beginning));
        text.reset();
        if (got > 0 && beginning[0] == BYTE_ORDER_MARK && text.read() < 0) {
            return ',';
        }
        int tabs = 0;
        int commas = 0;
        for (int i = 0; i < got; i++) {
            tabs += beginning[i] == '\t' ? 1 : 0;
            commas += beginning[i] == ',' ? 1 : 0;
        }
        return tabs > commas ? '\t' : ',';
    }
}
