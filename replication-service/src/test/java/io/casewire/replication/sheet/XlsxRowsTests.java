package io.casewire.replication.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as Excel and WPS write them. */
class XlsxRowsTests {
    private static final SheetLimits LIMITS = new SheetLimits(1000, 10_000, 10_000_000);

    @TempDir
    private Path folder;

    @Test
    void numbersAreReadAsTheyAreShown() throws IOException {
        List<SheetRow> rows = read(LIMITS, book -> {
            XSSFRow row = book.createSheet("台账").createRow(4);
            styled(book, row, 0, "yyyy\"年\"m\"月\"d\"日\"").setCellValue(LocalDate.of(2026, 6, 30));
            styled(book, row, 1, "0%").setCellValue(0.5);
            styled(book, row, 2, "0.0%").setCellValue(0.333);
            row.createCell(3).setCellValue(13_800_000_000d);
            row.createCell(4).setCellValue(0.1 + 0.2);
            styled(book, row, 5, "[$-804]#,##0.00;[Red]-0.00").setCellValue(-12.5);
            styled(book, row, 6, "yyyy-mm-dd hh:mm").setCellValue(46203.604166666664);
            row.createCell(7).setCellValue(true);
        });

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.cells())
                    .containsExactly(
                            "2026-06-30", "50%", "33.3%", "13800000000", "0.3", "-12.5", "2026-06-30 14:30", "TRUE");
        });
    }

    @Test
    void daysCountFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Path file = write(book -> {
            XSSFRow row = book.createSheet().createRow(0);
            styled(book, row, 0, "m/d/yyyy").setCellValue(44741);
            row.createCell(1).setCellValue(44741);
        });
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path part = zip.getPath("xl/workbook.xml");
            String xml = Files.readString(part);
            assertThat(xml).contains("date1904=\"false\"");
            Files.writeString(part, xml.replace("date1904=\"false\"", "date1904=\"1\""));
        }
        List<SheetRow> rows;
        try (SheetRows opened = SheetFile.open(file, SheetFile.Kind.XLSX, LIMITS)) {
            rows = all(opened);
        }

        assertThat(rows.getFirst().cells()).containsExactly("2026-06-30", "44741");
        assertThat(rows.getFirst().since1904()).isTrue();
        assertThat(NumberText.day(44741, true)).contains(LocalDate.of(2026, 6, 30));
    }

    @Test
    void textsAreReadWhateverTheyAreMadeOf() throws IOException {
        List<SheetRow> rows = read(LIMITS, book -> {
            XSSFRow row = book.createSheet().createRow(0);
            XSSFRichTextString rich = new XSSFRichTextString("已印发方案");
            rich.applyFont(1, 3, book.createFont());
            row.createCell(0).setCellValue(rich);
            row.createCell(1).setCellValue("上_x000D_\n下_x005F_x000D_");
            row.createCell(2).setCellValue("007");
            row.createCell(4).setCellFormula("CONCATENATE(\"甲\",C1)");
            row.createCell(5).setCellFormula("1+1");
            row.createCell(6).setCellFormula("1/0");
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
        });

        assertThat(rows.getFirst().cells())
                .containsExactly("已印发方案", "上\r\n下_x000D_", "007", "", "甲007", "2", "#DIV/0!");
    }

    @Test
    void mergedCellsShowTheirTextInEach() throws IOException {
        List<SheetRow> rows = read(LIMITS, book -> {
            XSSFSheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("题");
            sheet.createRow(1).createCell(0).setCellValue("左");
            sheet.getRow(1).createCell(2).setCellValue("右");
            sheet.createRow(2).createCell(2).setCellValue("下");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 1));
        });

        assertThat(rows.stream().map(SheetRow::cells))
                .containsExactly(List.of("题", "题", "题"), List.of("左", "左", "右"), List.of("左", "左", "下"));
    }

    @Test
    void hiddenSheetsArePassedOverByName() throws IOException {
        Path file = write(book -> {
            book.createSheet("台账").createRow(0).createCell(0).setCellValue("甲");
            book.createSheet("旧").createRow(0).createCell(0).setCellValue("乙");
            book.setSheetHidden(1, true);
        });

        try (SheetRows rows = SheetFile.open(file, SheetFile.Kind.XLSX, LIMITS)) {
            assertThat(rows.passedOver()).containsExactly("旧");
            assertThat(all(rows)).extracting(SheetRow::sheet).containsExactly("台账");
        }
    }

    @Test
    void whatIsWrittenAsAStreamIsReadToo() throws IOException {
        Path file = folder.resolve("stream.xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            book.createSheet().createRow(0).createCell(1, CellType.STRING).setCellValue("  空  ");
            book.write(out);
        }
        try (SheetRows rows = SheetFile.open(file, SheetFile.Kind.XLSX, LIMITS)) {
            assertThat(all(rows).getFirst().cells()).containsExactly("", "  空  ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1000, 1000000, too-many-rows",
        "1000, 5, 1000000, too-many-cells",
        "1000, 1000, 2000, file-too-large-unpacked"
    })
    void beyondALimitItIsRefused(long rows, long cells, long bytes, String code) {
        assertThatThrownBy(() -> read(new SheetLimits(rows, cells, bytes), book -> {
                    XSSFSheet sheet = book.createSheet();
                    for (int i = 0; i < 3; i++) {
                        XSSFRow row = sheet.createRow(i);
                        row.createCell(0).setCellValue("甲" + i);
                        row.createCell(1).setCellValue("乙" + i);
                    }
                }))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aPackedBombIsNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook><sheets>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1_000_000];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 50; i++) {
                zip.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> SheetFile.open(file, SheetFile.Kind.XLSX, LIMITS))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("file-too-large-unpacked"));
    }

    @Test
    void entitiesAreNotFollowed() throws IOException {
        Path file = folder.resolve("entity.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook><sheets><sheet name=\"&x;\"/>"
                            + "</sheets></workbook>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> SheetFile.open(file, SheetFile.Kind.XLSX, LIMITS))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("file-damaged"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 700})
    void aCutFileIsDamaged(int bytes) throws IOException {
        Path whole = write(book -> book.createSheet().createRow(0).createCell(0).setCellValue("甲"));
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(Files.readAllBytes(whole), bytes));
        assertThatThrownBy(() -> SheetFile.open(cut, SheetFile.Kind.XLSX, LIMITS))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("file-damaged"));
    }

    @Test
    void aWorkbookOfBefore2007IsRefusedByName() throws IOException {
        Path file = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
        assertThatThrownBy(() -> SheetFile.kind(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("另存为 .xlsx");
    }

    private static XSSFCell styled(XSSFWorkbook book, XSSFRow row, int at, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        XSSFCell cell = row.createCell(at);
        cell.setCellStyle(style);
        return cell;
    }

    private List<SheetRow> read(SheetLimits limits, Consumer<XSSFWorkbook> content) throws IOException {
        try (SheetRows rows = SheetFile.open(write(content), SheetFile.Kind.XLSX, limits)) {
            return all(rows);
        }
    }

    private Path write(Consumer<XSSFWorkbook> content) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return file;
    }

    static List<SheetRow> all(SheetRows rows) throws IOException {
        List<SheetRow> all = new ArrayList<>();
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }
}
