package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a header between tabs;序号_成果名称/1_样例一;true",
                "two rows of three cells;甲_乙_丙/丁_戊_己;true",
                "two rows of two cells;甲_乙/丙_丁;false",
                "two rows of different width;甲_乙_丙/丁_戊;false",
                "two lines between pipes;|甲|乙|/|丙|丁|;true",
                "one line between pipes;|甲|乙|/丙;false",
                "text;甲/乙;false",
                "a blank line;/甲_乙_丙;false",
            })
    void aTableBeginsWithAHeaderOrTwoRowsAlike(String name, String printed, boolean begins) {
        assertThat(TableReader.beginsAt(lines(printed), 0)).isEqualTo(begins);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "rows below a header;序号_成果名称/1_样例一/2_样例二;1,样例一 2,样例二;3",
                "over blank lines;序号_成果名称/1_样例一///2_样例二;1,样例一 2,样例二;5",
                "no further than its rows;序号_成果名称/1_样例一/2_样例二//甲市推行样例改革。;1,样例一 2,样例二;3",
                "a row shorter than the header;序号_成果名称_责任单位/1_样例一_甲局/2_样例二;1,样例一,甲局 2,样例二,;3",
                "a category between rows;序号_成果名称/1_样例一/二、金融/2_样例二;1,样例一 二、金融, 2,样例二;4",
                "a heading behind the last row is none;序号_成果名称/1_样例一/二、金融/甲市推行样例改革。;1,样例一;2",
                "another header ends it;序号_成果名称/1_样例一/序号_案例名称/1_样例二;1,样例一;2",
                "a row broken inside a cell;序号_成果名称_责任单位/1_样例/改革_甲局/2_样例二_乙局;1,样例改革,甲局 2,样例二,乙局;4",
                "the last cell goes on below;序号_成果名称/1_样例/一号/2_样例二;1,样例一号 2,样例二;4",
                "a sentence in the last cell goes on below;序号_主要做法/1_推行预约，/少跑一趟。/2_推行共享。;1,推行预约，少跑一趟。 2,推行共享。;4",
                "a note below is no cell;序号_成果名称/1_样例一/注：样例数据;1,样例一;2",
                "a caption below is no cell;序号_成果名称/1_样例一/表2 样例;1,样例一;2",
                "a rule of Markdown;|序号|成果名称|/|---|---|/|1|样例一|;1,样例一;3",
                "a further rule below a row;|序号|成果名称|/|---|---|/|1|样例一|/|---|---|/|2|样例二|;1,样例一 2,样例二;5",
                "a second header row;序号_成果名称_成果名称/_主要做法_主要成效/1_推行预约_少跑一趟;1,推行预约,少跑一趟;3",
            })
    void takesWhatBelongsToIt(String name, String printed, String rows, int next) {
        TableReader reader = reader(printed, new ArrayList<>());
        Table table = Objects.requireNonNull(reader.read(0, null));

        assertThat(table.rows().stream().map(Row::cells).map(cells -> String.join(",", cells)))
                .isEqualTo(List.of(rows.split(" ", -1)));
        assertThat(reader.next()).isEqualTo(next);
    }

    @Test
    void theHeaderOfTheNextPageIsTold() {
        List<Omission> omissions = new ArrayList<>();

        Table table = Objects.requireNonNull(
                reader("序号_成果名称/1_样例一/序号_成果名称/2_样例二", omissions).read(0, null));

        assertThat(table.rows()).hasSize(2);
        assertThat(omissions)
                .extracting(omission -> omission.line() + " " + omission.reason())
                .containsExactly("3 " + Reason.REPEATED_HEADER);
    }

    @Test
    void rowsWithoutAHeaderStandBelowNone() {
        Table table = Objects.requireNonNull(
                reader("1_样例一_甲局/2_样例二_乙局", new ArrayList<>()).read(0, "表1 样例"));

        assertThat(table.header()).isEmpty();
        assertThat(table.caption()).isEqualTo("表1 样例");
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void cellsAreReadRepairedAndAsPrinted() {
        Row row = Objects.requireNonNull(
                        reader("序号_责任单位/1_甲 局 乙 局", new ArrayList<>()).read(0, null))
                .rows()
                .getFirst();

        assertThat(row.cell(1)).isEqualTo("甲局乙局");
        assertThat(row.rawCell(1)).isEqualTo("甲 局 乙 局");
    }

    private static TableReader reader(String printed, List<Omission> omissions) {
        List<Line> lines = lines(printed);
        return new TableReader(lines, new boolean[lines.size()], omissions);
    }

    private static List<Line> lines(String printed) {
        return Printed.lines(printed.replace('_', '\t').split("/", -1));
    }
}
