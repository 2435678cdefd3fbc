package io.casewire.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.wording.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Read by POI, which wrote nothing of it. */
class XlsxTableTests {
    private static final int TITLE = Column.inOrder().indexOf(Column.TITLE);
    private static final int BACKGROUND = Column.inOrder().indexOf(Column.BACKGROUND);
    private static final int PRACTICE = Column.inOrder().indexOf(Column.PRACTICE);
    private static final int METRIC_COUNT = Column.inOrder().indexOf(Column.METRIC_COUNT);

    @Test
    void aReaderGetsTextsAsTextsAndNumbersAsNumbers() throws IOException {
        CaseDraft draft = CaseDraft.of("a", "=HYPERLINK(\"http://x\",\"点我\")").metric("时间", "60");
        try (XSSFWorkbook read = read(Integer.MAX_VALUE, List.of(draft), Language.ZH)) {
            XSSFSheet sheet = read.getSheet("案例");
            assertThat(sheet.getRow(0).getCell(TITLE).getStringCellValue()).isEqualTo("案例名称");
            Cell title = sheet.getRow(1).getCell(TITLE);
            assertThat(title.getCellType()).isEqualTo(CellType.STRING);
            assertThat(title.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\",\"点我\")");
            assertThat(sheet.getRow(1).getCell(METRIC_COUNT).getNumericCellValue())
                    .isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(BACKGROUND)).isNull();
        }
    }

    @Test
    void rowsThatASheetCannotHoldGoOnInAnother() throws IOException {
        List<CaseDraft> cases = IntStream.range(0, 250)
                .mapToObj(i -> CaseDraft.of("row" + i, "第" + i + "个"))
                .toList();
        try (XSSFWorkbook read = read(121, cases, Language.EN)) {
            assertThat(read.getNumberOfSheets()).isEqualTo(3);
            assertThat(read.getSheet("Cases").getLastRowNum()).isEqualTo(120);
            assertThat(read.getSheet("Cases 3").getLastRowNum()).isEqualTo(10);
            assertThat(read.getSheet("Cases 3").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Title");
            assertThat(read.getSheet("Cases 3").getRow(10).getCell(1).getStringCellValue())
                    .isEqualTo("第249个");
        }
    }

    @Test
    void aTextThatACellCannotHoldSaysThatItIsCut() throws IOException {
        // not one character forty thousand times, which readers take for an attack
        String text = IntStream.range(0, 8_000)
                .mapToObj(i -> "第" + (i * 7919L) % 100_003 + "项")
                .collect(Collectors.joining());
        try (XSSFWorkbook read =
                read(Integer.MAX_VALUE, List.of(CaseDraft.of("long", "长文").practice(text)), Language.ZH)) {
            String shown = read.getSheetAt(0).getRow(1).getCell(PRACTICE).getStringCellValue();
            assertThat(shown).hasSize(32_767).endsWith(XlsxTable.CUT);
        }
    }

    @Test
    void whatXmlDoesNotAllowIsLeftOut() throws IOException {
        CaseDraft draft = CaseDraft.of("odd", "上\u0001下\uFFFF𠮷");
        try (XSSFWorkbook read = read(Integer.MAX_VALUE, List.of(draft), Language.ZH)) {
            assertThat(read.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("上下𠮷");
        }
    }

    private static XSSFWorkbook read(int maxRows, List<CaseDraft> cases, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxTable table = new XlsxTable(out, language, maxRows);
        for (CaseDraft draft : cases) {
            table.write(draft.stored());
        }
        table.finish();
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
