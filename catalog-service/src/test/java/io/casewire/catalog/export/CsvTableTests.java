package io.casewire.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.wording.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {
    private static final int TITLE = Column.inOrder().indexOf(Column.TITLE);

    @Test
    void beginsWithTheByteOrderMarkAndEndsLinesAsRfc4180Has() throws IOException {
        byte[] file = file(Language.ZH, CaseDraft.of("a", "通关"));

        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(file, StandardCharsets.UTF_8)).endsWith("\r\n").startsWith("\uFEFF案例编号,案例名称,");
    }

    @Test
    void headingsSpeakTheLanguageAskedFor() throws IOException {
        assertThat(read(file(Language.EN)).getFirst().getFields()).startsWith("Case ID", "Title", "Domains");
        assertThat(read(file(Language.ZH)).getFirst().getFields()).startsWith("案例编号", "案例名称", "领域");
    }

    @Test
    void aReaderGetsBackQuotesCommasAndLineBreaks() throws IOException {
        String odd = "一“单”到底,\"两头\"\n换行；𠮷";
        List<CsvRecord> read = read(file(Language.ZH, CaseDraft.of("odd", odd), CaseDraft.of("next", "下一个")));

        assertThat(read).hasSize(3).allSatisfy(line -> assertThat(line.getFieldCount())
                .isEqualTo(Column.inOrder().size()));
        assertThat(read.get(1).getField(TITLE)).isEqualTo(odd);
        assertThat(read.get(2).getField(TITLE)).isEqualTo("下一个");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-18℃", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n=1"})
    void whatASpreadsheetWouldComputeGetsAnApostrophe(String text) {
        assertThat(CsvTable.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通关=快", "A+B", "50%", "'=1", "5G", "《办法》"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(CsvTable.harmless(text)).isEqualTo(text);
    }

    private static byte[] file(Language language, CaseDraft... cases) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, language);
        for (CaseDraft draft : cases) {
            table.write(draft.stored());
        }
        table.finish();
        return out.toByteArray();
    }

    private static List<CsvRecord> read(byte[] file) {
        return CsvReader.builder().ofCsvRecord(new String(file, 3, file.length - 3, StandardCharsets.UTF_8)).stream()
                .toList();
    }
}
