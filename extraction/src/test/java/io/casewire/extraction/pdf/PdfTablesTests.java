package io.casewire.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTablesTests {
    private static final double[] XS = {80, 120, 240, 400};
    private static final double[] NAMED = {80, 176, 332};

    @TempDir
    private Path folder;

    private interface Drawing {
        void on(PdfSheet sheet) throws IOException;
    }

    private Extraction read(Drawing drawing) throws IOException, Unextractable {
        try (PdfSheet sheet = new PdfSheet()) {
            drawing.on(sheet);
            return sheet.read(folder);
        }
    }

    private List<String> rows(Drawing drawing) throws IOException, Unextractable {
        return Blocks.rows(read(drawing));
    }

    private static PdfSheet row(PdfSheet sheet, double y, String... cells) {
        for (int i = cells.length - 1; i >= 0; i--) {
            sheet.text(XS[i] + 4, y, 12, cells[i]);
        }
        return sheet;
    }

    @Test
    void linesPartCellsWhateverTheOrderTheyAreDrawnIn() throws IOException, Unextractable {
        assertThat(rows(sheet -> row(
                        row(sheet.grid(XS, new double[] {100, 130, 160}), 150, "1", "样例甲", "省商务厅"),
                        120,
                        "序号",
                        "名称",
                        "单位")))
                .containsExactly("序号|名称|单位", "1|样例甲|省商务厅");
    }

    @Test
    void textStandsAboveAndBelowItsTable() throws IOException, Unextractable {
        Extraction extraction =
                read(sheet -> row(sheet.text(80, 220, 12, "下文").grid(XS, new double[] {100, 130}), 120, "1", "甲", "乙")
                        .text(80, 80, 12, "上文"));

        assertThat(extraction.blocks()).hasSize(3).element(1).isInstanceOf(Table.class);
        assertThat(Blocks.lines(extraction)).containsExactly("上文", "下文");
    }

    @Test
    void linesThatTheCellCutAreJoinedAndParagraphsAreNot() throws IOException, Unextractable {
        // nine characters fit the second column, twelve the third
        assertThat(rows(sheet -> row(
                        row(
                                row(sheet.grid(XS, new double[] {100, 180}), 120, "1", "一二三四五六七八九", "单位甲。"),
                                140,
                                "",
                                "完成2031年计划内的",
                                "单位乙单位乙单位乙单位乙"),
                        160,
                        "",
                        "任务",
                        "丙")))
                .containsExactly("1|一二三四五六七八九完成2031年计划内的任务|单位甲。/单位乙单位乙单位乙单位乙丙");
    }

    @Test
    void aMissingLineMakesOneCell() throws IOException, Unextractable {
        assertThat(rows(sheet -> {
                    sheet.grid(new double[] {80, 400}, new double[] {100, 220});
                    // a title over all, a first column over two rows
                    sheet.line(80, 130, 400, 130).line(120, 130, 120, 220).line(240, 130, 240, 220);
                    sheet.line(80, 160, 400, 160).line(120, 190, 400, 190);
                    sheet.text(84, 120, 12, "汇总表");
                    row(sheet, 150, "类别", "名称", "单位");
                    row(sheet, 180, "贸易", "甲", "乙");
                    row(sheet, 210, "", "丙", "丁");
                }))
                .containsExactly("汇总表×3×1", "类别|名称|单位", "贸易×1×2|甲|乙", "丙|丁");
    }

    @Test
    void openSidesAndThinAreasAreLinesToo() throws IOException, Unextractable {
        assertThat(rows(sheet -> {
                    for (double y : new double[] {100, 130, 160}) {
                        sheet.filled(80, y, 320, 0.6);
                    }
                    sheet.filled(120, 100, 0.6, 60).filled(240, 100, 0.6, 60);
                    // shading is none
                    sheet.filled(80, 100, 320, 30);
                    row(row(sheet, 120, "序号", "名称", "单位"), 150, "1", "甲", "乙");
                }))
                .containsExactly("序号|名称|单位", "1|甲|乙");
    }

    @Test
    void aFrameAroundTextIsNoTable() throws IOException, Unextractable {
        Extraction extraction = read(sheet ->
                sheet.grid(new double[] {60, 500}, new double[] {60, 700}).text(80, 100, 12, "框内的文字"));

        assertThat(Blocks.rows(extraction)).isEmpty();
        assertThat(Blocks.lines(extraction)).containsExactly("框内的文字");
    }

    @Test
    void aTableGoesOnOverPagesUnderOneHeader() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> {
            for (int page = 1; page <= 3; page++) {
                sheet.grid(XS, new double[] {100, 130, 160, 190});
                row(sheet, 120, "序号", "名称", "单位");
                row(sheet, 150, String.valueOf(page * 2 - 1), "甲", "乙");
                row(sheet, 180, String.valueOf(page * 2), "丙", "丁");
                sheet.text(280, 800, 10, "第 " + page + " 页");
                if (page < 3) {
                    sheet.nextPage();
                }
            }
        });

        assertThat(Blocks.rows(extraction))
                .containsExactly("序号|名称|单位", "1|甲|乙", "2|丙|丁", "3|甲|乙", "4|丙|丁", "5|甲|乙", "6|丙|丁");
        List<Row> rows = extraction.blocks().stream()
                .filter(Table.class::isInstance)
                .map(block -> ((Table) block).rows())
                .toList()
                .getFirst();
        assertThat(rows.get(3).place()).isEqualTo(Place.page(2));
        assertThat(Blocks.lines(extraction)).isEmpty();
    }

    @Test
    void aRowThatThePageCutIsOneRow() throws IOException, Unextractable {
        assertThat(rows(sheet -> {
                    sheet.grid(XS, new double[] {700, 730, 780});
                    row(sheet, 720, "序号", "名称", "单位");
                    row(sheet, 750, "1", "一二三四五六七八九", "省商务厅、");
                    sheet.nextPage().grid(XS, new double[] {100, 130, 160, 190});
                    row(sheet, 120, "序号", "名称", "单位");
                    row(sheet, 150, "", "十", "省财政厅");
                    row(sheet, 180, "2", "甲", "乙");
                }))
                .containsExactly("序号|名称|单位", "1|一二三四五六七八九十|省商务厅、省财政厅", "2|甲|乙");
    }

    @Test
    void aCellOverRowsThatThePageCutIsOneCell() throws IOException, Unextractable {
        assertThat(rows(sheet -> {
                    sheet.line(80, 700, 400, 700).line(80, 760, 400, 760).line(120, 730, 400, 730);
                    for (double x : XS) {
                        sheet.line(x, 700, x, 760);
                    }
                    row(sheet, 720, "贸易", "1", "甲");
                    row(sheet, 750, "", "2", "乙");
                    sheet.nextPage().grid(XS, new double[] {100, 130});
                    row(sheet, 120, "", "3", "丙");
                }))
                .containsExactly("贸易×1×3|1|甲", "2|乙", "3|丙");
    }

    @Test
    void anotherTableOverleafIsAnotherTable() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> {
            row(sheet.grid(XS, new double[] {700, 730}), 720, "1", "甲", "乙");
            sheet.nextPage().grid(new double[] {80, 300, 500}, new double[] {100, 130});
            sheet.text(84, 120, 12, "丙").text(304, 120, 12, "丁");
        });

        assertThat(extraction.blocks().stream().filter(Table.class::isInstance)).hasSize(2);
        assertThat(extraction.blocks()).anyMatch(Block.PageBreak.class::isInstance);
    }

    /** Tables one below the other on the same lines, without room between them. */
    @Test
    void tablesThatTouchAreTablesOfTheirOwn() throws IOException, Unextractable {
        double[] other = {80, 150, 300, 400};
        Extraction extraction = read(sheet -> {
            sheet.grid(XS, new double[] {100, 130, 160, 190});
            row(row(row(sheet, 120, "序号", "名称", "单位"), 150, "1", "甲", "乙"), 180, "2", "丙", "丁");
            sheet.grid(other, new double[] {190, 220, 250});
            sheet.text(84, 210, 12, "序号").text(154, 210, 12, "名称").text(304, 210, 12, "单位");
            sheet.text(84, 240, 12, "1").text(154, 240, 12, "戊").text(304, 240, 12, "己");
            // and overleaf the second goes on under its names
            sheet.nextPage().grid(other, new double[] {100, 130, 160});
            sheet.text(84, 120, 12, "序号").text(154, 120, 12, "名称").text(304, 120, 12, "单位");
            sheet.text(84, 150, 12, "2").text(154, 150, 12, "庚").text(304, 150, 12, "辛");
        });

        assertThat(extraction.blocks().stream()
                        .filter(Table.class::isInstance)
                        .map(block -> ((Table) block).rows().size()))
                .containsExactly(3, 3);
        assertThat(Blocks.rows(extraction)).containsExactly("序号|名称|单位", "1|甲|乙", "2|丙|丁", "序号|名称|单位", "1|戊|己", "2|庚|辛");
    }

    /** The last row of a page, the first of the next and what is read: a stroke parts cells, a slash lines, a blank rows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                // seven characters fit the first column, twelve the second
                "a sentence goes on;样例甲|坚持以制度创新为核心突出;-|系统集成。;样例甲|坚持以制度创新为核心突出系统集成。",
                "a name and a sentence go on;样例码头直装直|坚持以制度创新为核心突出;提新模式|系统集成。;样例码头直装直提新模式|坚持以制度创新为核心突出系统集成。",
                "another paragraph;样例甲|坚持以制度创新为核心突出/系统集成。;-|形成一批成果。;样例甲|坚持以制度创新为核心突出系统集成。/形成一批成果。",
                "the name stands overleaf;-|坚持以制度创新为核心突出;样例甲|系统集成。;样例甲|坚持以制度创新为核心突出系统集成。",
                "a row of its own;样例甲|坚持以制度创新。;样例乙|突出系统集成。;样例甲|坚持以制度创新。 样例乙|突出系统集成。",
                "a row of its own below a full line;样例甲|坚持以制度创新为核心突出;样例乙|系统集成。;样例甲|坚持以制度创新为核心突出 样例乙|系统集成。",
                "a name without a sentence;样例甲|制度;-|创新;样例甲|制度 |创新",
            })
    void aRowWithoutANumberThatThePageCutIsOneRow(String name, String before, String overleaf, String read)
            throws IOException, Unextractable {
        List<String> rows = rows(sheet -> {
            sheet.grid(NAMED, new double[] {640, 670, 700, 760});
            cells(sheet, 660, "名称|做法");
            cells(sheet, 690, "样例子|推行样例改革并取得成效。");
            cells(sheet, 720, before);
            sheet.nextPage().grid(NAMED, new double[] {100, 130, 190});
            cells(sheet, 120, "名称|做法");
            cells(sheet, 150, overleaf);
        });

        assertThat(String.join(" ", rows.subList(2, rows.size()))).isEqualTo(read);
    }

    private static void cells(PdfSheet sheet, double y, String row) throws IOException {
        String[] cells = row.split("[|]", -1);
        for (int i = 0; i < cells.length; i++) {
            double at = y;
            for (String line : cells[i].split("/", -1)) {
                sheet.text(NAMED[i] + 6, at, 12, line.equals("-") ? "" : line);
                at += 18;
            }
        }
    }

    @Test
    void aNarrowCategoryThatThePageCutIsOneName() throws IOException, Unextractable {
        double[] narrow = {80, 112, 240, 400};
        assertThat(rows(sheet -> {
                    sheet.line(80, 700, 400, 700).line(80, 764, 400, 764).line(112, 732, 400, 732);
                    for (double x : narrow) {
                        sheet.line(x, 700, x, 764);
                    }
                    // two characters a line
                    sheet.text(84, 716, 12, "贸易").text(84, 734, 12, "投资").text(84, 752, 12, "便利");
                    sheet.text(116, 716, 12, "甲").text(244, 716, 12, "省商务厅");
                    sheet.text(116, 748, 12, "乙").text(244, 748, 12, "省财政厅");
                    sheet.nextPage().grid(narrow, new double[] {100, 132});
                    sheet.text(84, 116, 12, "化").text(116, 116, 12, "丙").text(244, 116, 12, "省税务局");
                }))
                .containsExactly("贸易投资便利化×1×3|甲|省商务厅", "乙|省财政厅", "丙|省税务局");
    }

    @Test
    void anotherCategoryOverleafIsAnother() throws IOException, Unextractable {
        double[] narrow = {80, 112, 240, 400};
        assertThat(rows(sheet -> {
                    sheet.line(80, 700, 400, 700).line(80, 764, 400, 764).line(112, 732, 400, 732);
                    for (double x : narrow) {
                        sheet.line(x, 700, x, 764);
                    }
                    sheet.text(84, 736, 12, "贸易");
                    sheet.text(116, 716, 12, "甲").text(244, 716, 12, "省商务厅");
                    sheet.text(116, 748, 12, "乙").text(244, 748, 12, "省财政厅");
                    sheet.nextPage().grid(narrow, new double[] {100, 132});
                    sheet.text(84, 116, 12, "投资").text(116, 116, 12, "丙").text(244, 116, 12, "省税务局");
                }))
                .containsExactly("贸易×1×2|甲|省商务厅", "乙|省财政厅", "投资|丙|省税务局");
    }

    /** Lines of a cell 126 points wide with 6 points to either side: 9.5 characters of 12 points. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "room for the character, not for the space before it;提货时间压缩至约3/个工作日以内。;提货时间压缩至约3个工作日以内。",
                "no room;提货的时间压缩至约3/个工作日以内。;提货的时间压缩至约3个工作日以内。",
                "a number alone is no end of a paragraph;提货压缩至3/个工作日。;提货压缩至3个工作日。",
                "a paragraph;提货时间压缩/共计三项;提货时间压缩/共计三项",
                "a list;1.甲/2.乙;1.甲/2.乙",
            })
    void aNumberIsNotCutFromItsUnit(String name, String printed, String read) throws IOException, Unextractable {
        List<String> rows = rows(sheet -> {
            sheet.grid(new double[] {80, 206, 300}, new double[] {100, 130, 190});
            sheet.text(86, 120, 12, "做法").text(212, 120, 12, "单位");
            double y = 150;
            for (String line : printed.split("/", -1)) {
                sheet.text(86, y, 12, line);
                y += 18;
            }
            // a name that hangs over
            sheet.text(212, 150, 12, "省市场监管局甲");
        });

        assertThat(rows.get(1)).isEqualTo(read + "|省市场监管局甲");
    }

    @Test
    void aTurnedTableIsReadUpright() throws IOException, Unextractable {
        assertThat(rows(sheet -> {
                    // lines of a landscape page drawn on an upright one
                    sheet.grid(new double[] {100, 130, 160}, new double[] {100, 300, 500});
                    sheet.turned(0, 1, -1, 0, 120, PdfSheet.HEIGHT - 496, 12, "序号")
                            .turned(0, 1, -1, 0, 120, PdfSheet.HEIGHT - 296, 12, "名称")
                            .turned(0, 1, -1, 0, 150, PdfSheet.HEIGHT - 496, 12, "1")
                            .turned(0, 1, -1, 0, 150, PdfSheet.HEIGHT - 296, 12, "样例");
                }))
                .containsExactly("序号|名称", "1|样例");
    }
}
