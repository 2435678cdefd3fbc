package io.casewire.replication.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTests {
    private static final SheetLimits LIMITS = new SheetLimits(100, 1000, 1_000_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
    void readsWhatExcelInChinaSaves(String charset) throws IOException {
        List<SheetRow> rows = read("编号,备注\r\na,\"已印发“方案”\r\n第二行\"\r\n\r\nb,镕\r\n".getBytes(Charset.forName(charset)));
        assertThat(rows.stream().map(SheetRow::cells))
                .containsExactly(List.of("编号", "备注"), List.of("a", "已印发“方案”\r\n第二行"), List.of("b", "镕"));
        assertThat(rows.getLast().number()).isEqualTo(4);
    }

    @Test
    void theByteOrderMarkIsNoText() throws IOException {
        assertThat(read("\uFEFF编号\r\n".getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .containsExactly("编号");
    }

    @Test
    void tabsPartWhereThereAreMore() throws IOException {
        assertThat(read("编号\t备注\na\tx,y\n".getBytes(StandardCharsets.UTF_8))
                        .getLast()
                        .cells())
                .containsExactly("a", "x,y");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xFF, 'b', 0}))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("encoding-unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {"=1+1", "+86 10", "-18℃", "@甲", "＝1", "'", "''", "'=1", "'abc", "abc", "007", "－", "''=1"})
    void anApostropheIsTakenBack(String text) {
        assertThat(Apostrophe.removed(Apostrophe.before(text))).isEqualTo(text);
        assertThat("=+-@＝＋－＠".indexOf(Apostrophe.before(text).charAt(0))).isNegative();
    }

    private List<SheetRow> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        try (SheetRows rows = SheetFile.open(file, SheetFile.Kind.CSV, LIMITS)) {
            return XlsxRowsTests.all(rows);
        }
    }
}
