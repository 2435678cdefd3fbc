package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTableTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "every cell its own;<tr><td>1<td>甲<tr><td>2<td>乙;1,甲 2,乙",
                "a cell over two rows stands in both;<tr><td rowspan=2>类<td>甲<tr><td>乙;类,甲 类,乙",
                "a cell over two columns stands in both;<tr><td colspan=2>类<tr><td>1<td>甲;类,类 1,甲",
                "a cell over both;<tr><td rowspan=2 colspan=2>类<td>甲<tr><td>乙;类,类,甲 类,类,乙",
                "a span over the last column;<tr><td>1<td rowspan=2>类<tr><td>2;1,类 2,类",
                "a span that is no number is none;<tr><td rowspan=x>1<td>甲<tr><td colspan=-3>2<td>乙;1,甲 2,乙",
                "rows without a word are none;<tr><td>1<td>甲<tr><td><td> <tr><td>2<td>乙;1,甲 2,乙",
                "paragraphs of a cell are lines;<tr><td>1<td><p>甲<p>乙;1,甲|乙",
                "line ends of the file are none;<tr><td>1<td>甲~市;1,甲市",
                "line ends of pre are lines;<tr><td>1<td><pre>甲~乙</pre>;1,甲|乙",
            })
    void fillsSpannedCellsIn(String name, String html, String rows) {
        assertThat(rows(read("<table>" + html.replace('~', '\n') + "</table>"))).isEqualTo(rows);
    }

    @Test
    void theFirstRowThatNamesColumnsIsTheHeaderAndIsNoRowAgain() {
        Table table = read("<table><tr><th>序号<th>成果名称<tr><td>1<td>甲<tr><td>序号<td>成果名称<tr><td>2<td>乙</table>");

        assertThat(table.header()).containsExactly("序号", "成果名称");
        assertThat(rows(table)).isEqualTo("1,甲 2,乙");
    }

    @Test
    void aSecondHeaderRowNamesThePartsOfAWideColumn() {
        Table table = read("<table><tr><th rowspan=2>序号<th colspan=2>做法<tr><th>改革前<th>改革后<tr><td>1<td>甲<td>乙</table>");

        assertThat(table.header()).containsExactly("序号", "改革前", "改革后");
        assertThat(rows(table)).isEqualTo("1,甲,乙");
    }

    @Test
    void hugeSpansAreCutToWhatATableCanHave() {
        Table table = read("<table><tr><td colspan=9999>类<td>甲</table>");

        assertThat(table.rows().getFirst().cells()).hasSize(64);
    }

    @Test
    void knowsItsCaptionAndTheLinesOfTheFile() {
        Table table = read(
                "<table>\n<caption>表1 样例</caption>\n<tr><td>1</td><td>甲</td></tr>\n<tr><td>2</td><td>乙</td></tr></table>");

        assertThat(table.caption()).isEqualTo("表1 样例");
        assertThat(table.rows()).extracting(Row::lines).containsExactly(new LineRange(3, 3), new LineRange(4, 4));
        assertThat(table.lines()).isEqualTo(new LineRange(1, 4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "one column;<tr><td>甲<tr><td>乙;true",
                "two columns;<tr><td>1<td>甲;false",
                "a table inside;<tr><td>1<td><table><tr><td>甲<td>乙</table>;true",
                "nothing;;true",
            })
    void aTableThatOnlyPlacesTextIsLayout(String name, String html, boolean layout) {
        String inside = Objects.requireNonNullElse(html, "");

        assertThat(HtmlTable.isLayout(table("<table>" + inside + "</table>"))).isEqualTo(layout);
    }

    /** Each table as its caption, its header and its rows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "the same names over the same columns;<tr><th>序号<th>名称<tr><td>1<td>甲<tr><th>序号<th>名称<tr><td>2<td>乙;null[序号, 名称]1,甲 2,乙",
                "the same names over others;<tr><th>序号<th colspan=2>名称<th>备注<tr><td>1<td colspan=2>甲<td>丙<tr><th>序号<th>名称<th colspan=2>备注<tr><td>1<td>乙<td colspan=2>丁;null[序号, 名称, 名称, 备注]1,甲,甲,丙 / null[序号, 名称, 备注, 备注]1,乙,丁,丁",
                "other names;<tr><th>序号<th>名称<tr><td>1<td>甲<tr><th>序号<th>牵头单位<tr><td>1<td>乙;null[序号, 名称]1,甲 / null[序号, 牵头单位]1,乙",
                "a name over all columns is a category;<tr><th>序号<th>名称<tr><td colspan=2>创新案例<tr><td>1<td>甲;null[序号, 名称]创新案例,创新案例 1,甲",
                "a title above the names;<tr><td colspan=2>样例一览<tr><th>序号<th>名称<tr><td>1<td>甲;样例一览[序号, 名称]1,甲",
                "a category above the names;<tr><td colspan=2>一、贸易<tr><th>序号<th>名称<tr><td>1<td>甲;null[序号, 名称]一、贸易,一、贸易 1,甲",
                "data above the names;<tr><td>子<td>丑<tr><th>序号<th>名称<tr><td>1<td>甲;null[]子,丑 / null[序号, 名称]1,甲",
                "names broken into lines;<tr><th>序号<th>成果<br>名称<tr><td>1<td>甲<tr><th>序号<th>成果<br>名称<tr><td>2<td>乙;null[序号, 成果名称]1,甲 2,乙",
            })
    void whereColumnsAreNamedAnewAnotherTableBegins(String name, String html, String tables) {
        assertThat(HtmlTable.read(table("<table>" + html + "</table>"), 1).stream()
                        .map(table -> table.caption() + table.header() + rows(table))
                        .collect(Collectors.joining(" / ")))
                .isEqualTo(tables);
    }

    private static Table read(String html) {
        List<Table> tables = HtmlTable.read(table(html), 1);
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    private static Element table(String html) {
        return Objects.requireNonNull(
                Parser.htmlParser().setTrackPosition(true).parseInput(html, "").selectFirst("table"));
    }

    private static String rows(Table table) {
        return table.rows().stream()
                .map(row -> String.join(",", row.cells()).replace('\n', '|'))
                .collect(Collectors.joining(" "));
    }
}
