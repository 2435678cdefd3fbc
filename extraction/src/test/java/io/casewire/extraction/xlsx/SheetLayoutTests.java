package io.casewire.extraction.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which cells of a sheet are tables, which lines of text. */
class SheetLayoutTests {
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws IOException {
        workbook.close();
    }

    /** Rows from the top, cells parted by {@code |}. */
    private XSSFSheet sheet(String name, String... rows) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            XSSFRow row = sheet.createRow(i);
            String[] cells = rows[i].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    row.createCell(column).setCellValue(cells[column]);
                }
            }
        }
        return sheet;
    }

    private Extraction read() throws IOException, Unextractable {
        Path file = folder.resolve("book.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return new XlsxReader().read(file, ExtractionLimits.DEFAULT);
    }

    private static void merge(XSSFSheet sheet, String area) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    }

    /** A line as its text, a table as its rows. */
    private List<String> shapes() throws IOException, Unextractable {
        return read().blocks().stream().map(SheetLayoutTests::shape).toList();
    }

    private static String shape(Block block) {
        return switch (block) {
            case Paragraph paragraph -> (paragraph.headingLevel() > 0 ? "# " : "") + paragraph.text();
            case Table table ->
                (table.caption() == null ? "" : "<" + table.caption() + ">")
                        + table.rows().stream()
                                .map(row -> String.join(
                                        "|",
                                        row.cells().stream()
                                                .map(SheetLayoutTests::cell)
                                                .toList()))
                                .toList();
            case Block.PrintedLines _, Block.PageBreak _ -> throw new AssertionError("No sheet is printed");
        };
    }

    private static String cell(Cell cell) {
        return cell.text()
                + (cell.columns() > 1 ? "↔" + cell.columns() : "")
                + (cell.rows() > 1 ? "↕" + cell.rows() : "");
    }

    @Test
    void aMergedTitleAboveATableIsALine() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "制度创新成果汇总表", "序号|名称|单位", "1|甲|省商务厅", "2|乙|省税务局");
        merge(sheet, "A1:C1");

        assertThat(shapes()).containsExactly("制度创新成果汇总表", "[序号|名称|单位, 1|甲|省商务厅, 2|乙|省税务局]");
    }

    @Test
    void eachBlockSaysItsRow() throws Exception {
        sheet("清单", "题目", "", "序号|名称", "1|甲");

        List<Block> blocks = read().blocks();

        assertThat(blocks.getFirst().place().text()).isEqualTo("sheet 清单 row 1");
        assertThat(((Table) blocks.getLast()).rows().getLast().place().text()).isEqualTo("sheet 清单 row 4");
    }

    @Test
    void aFormsLineAboveATableIsNoHeader() throws Exception {
        sheet("Sheet1", "汇总表", "填报单位：长沙海关|||填报日期：2025年3月", "序号|名称|单位|备注", "1|甲|乙|丙", "填表人：张三|||联系电话：1");

        assertThat(shapes())
                .containsExactly("汇总表", "填报单位：长沙海关", "填报日期：2025年3月", "[序号|名称|单位|备注, 1|甲|乙|丙]", "填表人：张三", "联系电话：1");
    }

    @Test
    void aRowThatSaysOneThingInsideATableIsARowOfIt() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "序号|名称|单位", "一、贸易便利化", "1|甲|子", "二、投资便利化", "2|乙|丑");
        merge(sheet, "A2:C2");

        assertThat(shapes()).containsExactly("[序号|名称|单位, 一、贸易便利化↔3, 1|甲|子, 二、投资便利化||, 2|乙|丑]");
    }

    @Test
    void aNoteBelowATableIsALine() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "序号|名称", "1|甲", "注：排第一位的为牵头单位。");
        merge(sheet, "A3:B3");

        assertThat(shapes()).containsExactly("[序号|名称, 1|甲]", "注：排第一位的为牵头单位。");
    }

    @Test
    void aLastRowWithLittleBesideItsNumberIsARow() throws Exception {
        sheet("Sheet1", "序号|名称|单位|备注", "1|甲|子|", "2|主题：乙||", "3|||");

        assertThat(shapes()).containsExactly("[序号|名称|单位|备注, 1|甲|子|, 2|主题：乙||, 3|||]");
    }

    @Test
    void blankRowsPartTables() throws Exception {
        sheet("Sheet1", "表一", "序号|名称", "1|甲", "", "表二", "名称|单位|范围", "乙|丙|全国");

        assertThat(shapes()).containsExactly("表一", "[序号|名称, 1|甲]", "表二", "[名称|单位|范围, 乙|丙|全国]");
    }

    @Test
    void aTableGoesOnBelowBlankRowsWhereItsNumbersDo() throws Exception {
        sheet("Sheet1", "序号|名称|备注", "1|甲|", "", "2|乙|", "", "二、投资便利化", "3|丙|");

        assertThat(shapes()).containsExactly("[序号|名称|备注, 1|甲|, 2|乙|]", "二、投资便利化", "[3|丙|]");
    }

    @Test
    void aTableGoesOnBelowBlankRowsWhereItsNamesComeAgain() throws Exception {
        sheet("Sheet1", "事项|单位", "甲|子", "", "事项|单位", "乙|丑", "", "表二", "事项|单位", "丙|寅");

        assertThat(shapes()).containsExactly("[事项|单位, 甲|子, 事项|单位, 乙|丑]", "表二", "[事项|单位, 丙|寅]");
    }

    @Test
    void otherColumnNamesBeginAnotherTable() throws Exception {
        sheet("Sheet1", "序号|事项|单位|范围", "1|甲|子|全国", "表二", "序号|事项|范围", "1|乙|全国");

        assertThat(shapes()).containsExactly("[序号|事项|单位|范围, 1|甲|子|全国]", "表二", "[序号|事项|范围, 1|乙|全国]");
    }

    @Test
    void theSameColumnNamesAgainAreARow() throws Exception {
        sheet("Sheet1", "序号|事项", "1|甲", "序号|事项", "2|乙");

        assertThat(shapes()).containsExactly("[序号|事项, 1|甲, 序号|事项, 2|乙]");
    }

    @Test
    void mergedCellsAreOne() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "序号|领域|事项||单位", "||举措|目标|", "1|贸易|甲|乙|子", "2||丙|丁|");
        for (String area : List.of("A1:A2", "B1:B2", "C1:D1", "E1:E2", "B3:B4", "E3:E4")) {
            merge(sheet, area);
        }
        sheet.getRow(3).createCell(1).setCellValue("不再显示");

        assertThat(shapes()).containsExactly("[序号↕2|领域↕2|事项↔2|单位↕2, 举措|目标, 1|贸易↕2|甲|乙|子↕2, 2|丙|丁]");
    }

    @Test
    void aTitleOverSeveralRowsIsALine() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "题目", "", "序号|名称", "1|甲", "注：略。", "");
        merge(sheet, "A1:B2");
        merge(sheet, "A5:B6");

        assertThat(shapes()).containsExactly("题目", "[序号|名称, 1|甲]", "注：略。");
    }

    @Test
    void aCellBesideRowsBelowBelongsToThem() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "类别", "|甲|子", "|乙|丑", "其他", "|丙|寅");
        merge(sheet, "A1:A3");
        merge(sheet, "A4:A5");

        assertThat(shapes()).containsExactly("[类别↕3||, 甲|子, 乙|丑, 其他↕2||, 丙|寅]");
    }

    @Test
    void areasReachNoFurtherThanTheSheetDoes() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "题目", "序号|名称", "1|甲", "|乙");
        merge(sheet, "A1:XFD1");
        merge(sheet, "A3:A1048576");

        assertThat(shapes()).containsExactly("题目", "[序号|名称, 1↕2|甲, 乙]");
    }

    @Test
    void hiddenRowsAndColumnsTakeNoPartInSpans() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "序号|名称||单位", "1|甲|乙|子", "2|丙|丁|丑", "3|戊|己|寅");
        merge(sheet, "B1:D1");
        merge(sheet, "A2:A4");
        sheet.setColumnHidden(2, true);
        sheet.getRow(1).setZeroHeight(true);

        assertThat(shapes()).containsExactly("[序号|名称↔2, 1↕2|丙|丑, 戊|寅]");
    }

    @Test
    void hiddenRowsPartNothing() throws Exception {
        XSSFSheet sheet = sheet("Sheet1", "序号|名称", "1|甲", "2|乙", "3|丙");
        sheet.getRow(2).setZeroHeight(true);

        assertThat(shapes()).containsExactly("[序号|名称, 1|甲, 3|丙]");
    }

    @Test
    void aSheetOfOneColumnIsText() throws Exception {
        sheet("Sheet1", "一、总体要求", "坚持系统集成。", "", "二、主要任务");

        assertThat(shapes()).containsExactly("一、总体要求", "坚持系统集成。", "二、主要任务");
    }

    @Test
    void aSheetsNameStandsWhereNothingElseNamesItsTable() throws Exception {
        sheet("贸易便利化", "序号|名称", "1|甲");
        sheet("投资便利化", "投资便利化成果表", "序号|名称", "1|乙");
        sheet("Sheet3", "序号|名称", "1|丙");

        assertThat(shapes()).containsExactly("<贸易便利化>[序号|名称, 1|甲]", "投资便利化成果表", "[序号|名称, 1|乙]", "[序号|名称, 1|丙]");
    }

    @Test
    void theNameOfAnOnlySheetIsATitleWhereItIsLongEnough() throws Exception {
        sheet("样例片区制度创新成果汇总表", "序号|名称", "1|甲");
        workbook.createSheet("Sheet2");

        assertThat(shapes()).containsExactly("# 样例片区制度创新成果汇总表", "[序号|名称, 1|甲]");
    }

    @Test
    void textBoxesAreSaid() throws Exception {
        XSSFSheet sheet = sheet("清单", "序号|名称", "1|甲");
        sheet.createDrawingPatriarch()
                .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 3, 4, 6, 8))
                .setText("附件二");

        assertThat(read().notices())
                .singleElement()
                .returns("TEXT_BOX", Notice::code)
                .returns("A text box on the sheet was left out: '附件二'", Notice::message)
                .returns("sheet 清单 row 5", notice -> notice.place().text());
    }

    @Test
    void hiddenSheetsAreLeftOutAndSaid() throws Exception {
        sheet("清单", "序号|名称", "1|甲");
        sheet("选项", "全国|自贸试验区");
        workbook.setSheetHidden(1, true);

        Extraction read = read();

        assertThat(read.blocks()).hasSize(1);
        assertThat(read.notices())
                .singleElement()
                .returns("HIDDEN_SHEET", Notice::code)
                .returns("sheet 选项", notice -> notice.place().text());
    }
}
