package io.casewire.extraction.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.usermodel.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files beside this class are made of the documents in {@link io.casewire.extraction.docx.DocSource} by LibreOffice. */
class DocReaderTests {
    @TempDir
    Path folder;

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream content = Objects.requireNonNull(DocReaderTests.class.getResourceAsStream(name))) {
            Files.write(file, content.readAllBytes());
        }
        return file;
    }

    private Path changed(String name, Consumer<HWPFDocument> change) throws IOException {
        Path file = folder.resolve("changed.doc");
        try (HWPFDocument document = new HWPFDocument(Files.newInputStream(resource(name)));
                OutputStream content = Files.newOutputStream(file)) {
            change.accept(document);
            document.write(content);
        }
        return file;
    }

    private static List<Block> blocks(Path file) throws Exception {
        return new DocReader().read(file, ExtractionLimits.DEFAULT).blocks();
    }

    private static List<String> texts(Path file) throws Exception {
        return blocks(file).stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static Unextractable refusal(Path file, ExtractionLimits limits) {
        Unextractable refusal = catchThrowableOfType(Unextractable.class, () -> new DocReader().read(file, limits));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.chinese()).isNotBlank();
        return refusal;
    }

    @Test
    void paragraphsAreReadAsTheyArePrinted() throws Exception {
        assertThat(texts(resource("kinds.doc")))
                .containsExactly(
                        "某市人民政府文件",
                        "关于印发样例方案的通知",
                        "总体要求",
                        "见附件。",
                        "于2025年完成",
                        "在鄚州镇试点",
                        "显示完",
                        "☑已完成",
                        "2023-2025年\n换行",
                        "共10^4吨",
                        "☑是",
                        "前半，后半。",
                        "增长12%以上",
                        "图",
                        "甲框",
                        "乙框",
                        "表后",
                        "末段");
    }

    @Test
    void headingsHaveTheirLevel() throws Exception {
        assertThat(blocks(resource("kinds.doc")))
                .filteredOn(block -> block instanceof Paragraph paragraph && paragraph.headingLevel() > 0)
                .singleElement()
                .extracting("text", "headingLevel")
                .containsExactly("总体要求", 1);
    }

    @Test
    void cellsSpanByTheirEdgesAndKeepTheirParagraphsApart() throws Exception {
        Table table = tables(resource("kinds.doc")).getFirst();

        assertThat(table.rows().getFirst().cells()).containsExactly(new Cell("指标", 2, 1), new Cell("备注", 1, 2));
        assertThat(table.rows().getLast().cells()).containsExactly(Cell.of("甲\n乙"), Cell.of("5项"));
    }

    @Test
    void aTableInACellIsLinesOfTheCell() throws Exception {
        Table table = tables(resource("kinds.doc")).getLast();

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells()).containsExactly(Cell.of("外\n内一\t内二"), Cell.of("右"));
            assertThat(row.place()).hasToString("table 2 row 1");
        });
    }

    private static List<Table> tables(Path file) throws Exception {
        return blocks(file).stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    @Test
    void labelsAreComputedFromTheList() throws Exception {
        assertThat(texts(resource("lists.doc")))
                .containsExactly("一、总体要求", "（一）指导思想", "（二）基本原则", "一.1.坚持创新", "二、主要任务", "（一）通关便利", "七、保障措施");
    }

    @ParameterizedTest
    @CsvSource({
        "37, 一、总体要求, 二、主要任务",
        "38, 壹、总体要求, 贰、主要任务",
        "30, 甲、总体要求, 乙、主要任务",
        "18, ①、总体要求, ②、主要任务",
        "10, 一、总体要求, 二、主要任务",
        "14, １、总体要求, ２、主要任务",
        "1, I、总体要求, II、主要任务",
        "255, 、总体要求, 、主要任务",
    })
    void labelsFollowTheCodeOfTheirFormat(int code, String first, String second) throws Exception {
        Path file = changed("lists.doc", document -> levels(document)[0].setNumberFormat(code));

        assertThat(texts(file)).contains(first, second);
    }

    @Test
    void aTabBehindALabelIsABlankWhereItsMarkIsNarrow() throws Exception {
        Path file = changed("lists.doc", document -> levels(document)[2].setTypeOfCharFollowingTheNumber((byte) 0));

        assertThat(texts(file)).contains("一.1. 坚持创新");
    }

    private static ListLevel[] levels(HWPFDocument document) {
        Range range = document.getRange();
        int list = range.getParagraph(0).getList().getLsid();
        return document.getListTables().getListData(list).getLevels();
    }

    @Test
    void aPasswordIsNamed() throws Exception {
        Path file;
        Biff8EncryptionKey.setCurrentUserPassword("甲乙丙");
        try {
            file = changed("lists.doc", _ -> {});
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(file, ExtractionLimits.DEFAULT).reason()).isEqualTo(Reason.PASSWORD_PROTECTED);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        byte[] content = Files.readAllBytes(resource("lists.doc"));
        byte[] cut = Arrays.copyOf(content, 2048);
        byte[] garbled = content.clone();
        int header = 0;
        while (garbled[header] != (byte) 0xEC || garbled[header + 1] != (byte) 0xA5) {
            header += 64;
        }
        // the places of all its structures
        Arrays.fill(garbled, header + 154, header + 900, (byte) 0x55);

        assertThat(refusal(Files.write(folder.resolve("cut.doc"), cut), ExtractionLimits.DEFAULT)
                        .reason())
                .isEqualTo(Reason.DAMAGED_FILE);
        assertThat(refusal(Files.write(folder.resolve("garbled.doc"), garbled), ExtractionLimits.DEFAULT)
                        .reason())
                .isEqualTo(Reason.DAMAGED_FILE);
    }

    @Test
    void aSpreadsheetIsNoText() throws IOException {
        Path file = folder.resolve("sheet.doc");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream content = Files.newOutputStream(file)) {
            workbook.createSheet("甲");
            workbook.write(content);
        }

        assertThat(refusal(file, ExtractionLimits.DEFAULT).reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
    }

    @Test
    void anotherFormatBehindTheNameIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.doc"), "{\\rtf1 甲}", StandardCharsets.UTF_8);

        assertThat(refusal(file, ExtractionLimits.DEFAULT)).hasMessageContaining("RTF");
    }

    @Test
    void tooMuchOfAnythingNamesTheSetting() throws IOException {
        Path file = resource("kinds.doc");

        assertThat(refusal(file, new ExtractionLimits(1000, 100, 10, 3, 1000, 1000)))
                .hasMessageContaining("max-unpacked-size");
        assertThat(refusal(file, new ExtractionLimits(1 << 20, 100, 10, 3, 3, 1000)))
                .hasMessageContaining("max-blocks");
        assertThat(refusal(file, new ExtractionLimits(1 << 20, 100, 10, 3, 1000, 10)))
                .hasMessageContaining("max-characters");
    }

    @Test
    void whatIsLeftOutIsTold() throws Exception {
        Extraction extraction = new DocReader().read(resource("kinds.doc"), ExtractionLimits.DEFAULT);

        assertThat(extraction.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("NOTE_LEFT_OUT");
            assertThat(notice.message()).endsWith(": 1");
        });
    }
}
