package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTests {
    @TempDir
    Path folder;

    private List<String> lines(String body) {
        return TestDocx.of(body).lines(folder);
    }

    private static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String properties, String content) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
    }

    private static String cell(String text) {
        return cell("", p(text));
    }

    @Test
    void cellsSpanColumnsAndRows() {
        assertThat(lines(table(
                        row(cell("<w:gridSpan w:val=\"2\"/>", p("甲")), cell("<w:vMerge w:val=\"restart\"/>", p("乙"))),
                        row(cell("丙"), cell("丁"), cell("<w:vMerge/>", p("旧字"))),
                        row(cell("戊"), cell("己"), cell("<w:vMerge w:val=\"continue\"/>", p(""))))))
                .containsExactly("|甲→2|乙↓3|", "|丙|丁|", "|戊|己|");
    }

    @Test
    void aMergedCellBelowACellOfAnotherWidthOrBelowNoneStandsForItself() {
        assertThat(lines(table(
                        row(cell("<w:vMerge/>", p("甲")), cell("乙")),
                        row(cell("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", p("丙"))),
                        row(cell("<w:vMerge/>", p("丁")), cell("戊")))))
                .containsExactly("|甲↓1|乙|".replace("↓1", ""), "|丙→2|", "|丁|戊|");
    }

    @Test
    void cellsMergedAcrossInTheOldWayShowTheFirstOnesText() {
        assertThat(lines(table(row(
                        cell("<w:hMerge w:val=\"restart\"/>", p("甲")),
                        cell("<w:hMerge w:val=\"continue\"/>", p("旧字")),
                        cell("乙")))))
                .containsExactly("|甲→2|乙|");
    }

    @Test
    void columnsThatARowLeavesOutAreEmpty() {
        assertThat(lines(table(
                        row(cell("甲"), cell("乙"), cell("丙")),
                        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + cell("丁")
                                + "</w:tr>")))
                .containsExactly("|甲|乙|丙|", "||丁||");
    }

    @Test
    void tablesThatTouchAreTablesOfTheirOwn() {
        List<Block> blocks = TestDocx.of(table(
                        row(cell("序号"), wide(2, "名称"), cell("单位")),
                        row(cell("1"), wide(2, "甲"), cell("乙")),
                        row(cell("序号"), cell("名称"), wide(2, "单位")),
                        row(cell("1"), cell("丙"), wide(2, "丁"))))
                .read(folder)
                .blocks();

        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(1)).isInstanceOfSatisfying(Table.class, second -> {
            assertThat(second.rows()).extracting(row -> row.cells().size()).containsExactly(3, 3);
            assertThat(second.rows())
                    .extracting(row -> row.place().text())
                    .containsExactly("table 2 row 1", "table 2 row 2");
        });
    }

    private static String wide(int columns, String text) {
        return cell("<w:gridSpan w:val=\"%d\"/>".formatted(columns), p(text));
    }

    @Test
    void paragraphsOfACellStandOnLinesOfTheirOwn() {
        assertThat(lines(table(row(cell("", p("市商务局") + p("市税务局")), cell("乙")))))
                .containsExactly("|市商务局\n市税务局|乙|");
    }

    @Test
    void controlsAroundRowsAndCellsLoseNothing() {
        String control = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>";

        assertThat(lines(table(
                        row(cell("甲"), control.formatted(cell("乙"))),
                        control.formatted(row(cell("丙"), cell("丁"))),
                        "<w:customXml>" + row("<w:customXml>" + cell("戊") + "</w:customXml>", cell("己"))
                                + "</w:customXml>")))
                .containsExactly("|甲|乙|", "|丙|丁|", "|戊|己|");
    }

    @Test
    void controlsAroundParagraphsAndTablesLoseNothing() {
        String inline = "<w:p><w:sdt><w:sdtContent><w:r><w:t>内</w:t></w:r></w:sdtContent></w:sdt></w:p>";

        assertThat(lines("<w:sdt><w:sdtContent>" + inline + table(row(cell("甲"), cell("乙")))
                        + "</w:sdtContent></w:sdt><w:customXml>" + p("丙") + "</w:customXml>"))
                .containsExactly("内", "|甲|乙|", "丙");
    }

    @Test
    void aTableInACellIsLinesOfTheCell() {
        String inner = table(row(cell("指标"), cell("2025年")), row(cell("数量"), cell("5项")));

        assertThat(lines(table(row(cell("", p("前") + inner + p("后")), cell("乙")))))
                .containsExactly("|前\n指标\t2025年\n数量\t5项\n后|乙|");
    }

    @Test
    void aTableOfOneCellOnlyFramesWhatIsInIt() {
        assertThat(lines(table(row(cell("", p("甲") + table(row(cell("乙"), cell("丙"))) + p("丁"))))))
                .containsExactly("甲", "|乙|丙|", "丁");
    }

    @Test
    void rowsThatAreRepeatedOnEachPageAndHiddenOnesDoNotAddUp() {
        assertThat(lines(table(
                        "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("序号") + cell("名称") + "</w:tr>",
                        "<w:tr><w:trPr><w:hidden/></w:trPr>" + cell("0") + cell("藏") + "</w:tr>",
                        row(cell("1"), cell("甲")))))
                .containsExactly("|序号|名称|", "|1|甲|");
    }

    @Test
    void rowsLeadBackToTheirTable() {
        String table = table(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")));
        List<Block> blocks = TestDocx.of(table + p("间") + table).read(folder).blocks();

        assertThat(((Table) blocks.getLast()).rows())
                .extracting(Row::place)
                .extracting(Object::toString)
                .containsExactly("table 2 row 1", "table 2 row 2");
    }
}
