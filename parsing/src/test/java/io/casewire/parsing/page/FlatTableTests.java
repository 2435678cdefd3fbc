package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.page.FlatTable.Found;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatTableTests {
    private static final String NAMES = "序号/成果名称/主要做法/责任单位";
    private static final String HEADER = "序号 成果名称 主要做法 责任单位";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a line a cell;1/样例一/推行预约。/甲局/2/样例二/推行共享。/乙局;1,样例一,推行预约。,甲局 2,样例二,推行共享。,乙局",
                "sentences over two lines;1/样例一/推行预约，/少跑一趟。/甲局/2/样例二/推行共享。/乙局;" + "1,样例一,推行预约，少跑一趟。,甲局 2,样例二,推行共享。,乙局",
                "a name over two lines;1/样例自贸试验区一/改革/推行预约。/甲局/2/样例二/推行共享。/乙局;" + "1,样例自贸试验区一改革,推行预约。,甲局 2,样例二,推行共享。,乙局",
                "a quoted name over two lines;1/样例“一次申报、/一次查验”/推行预约。/甲局/2/样例二/推行共享。/乙局;"
                        + "1,样例“一次申报、一次查验”,推行预约。,甲局 2,样例二,推行共享。,乙局",
                "units over two lines;1/样例一/推行预约。/甲局、/乙局/2/样例二/推行共享。/乙局;" + "1,样例一,推行预约。,甲局、乙局 2,样例二,推行共享。,乙局",
                "a category;1/样例一/推行预约。/甲局/二、金融/2/样例二/推行共享。/乙局;" + "1,样例一,推行预约。,甲局 二、金融,,, 2,样例二,推行共享。,乙局",
            })
    void dividesARowWhoseCellsHaveLinesOfTheirOwn(String name, String rows, String cells) {
        assertThat(cells(read(NAMES + "/" + rows))).isEqualTo(cells);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a row a line;1 样例一 推行预约。 甲局/2 样例二 推行共享。 乙局;1,样例一,推行预约。,甲局 2,样例二,推行共享。,乙局",
                "blanks inside the sentences;1 样例一 推行 预约。 甲局/2 样例二 推行共享。 乙局;" + "1,样例一,推行预约。,甲局 2,样例二,推行共享。,乙局",
                "a row over two lines;1 样例一 推行/预约。 甲局/2 样例二 推行共享。 乙局;1,样例一,推行预约。,甲局 2,样例二,推行共享。,乙局",
            })
    void dividesARowWhoseCellsStandBetweenBlanks(String name, String rows, String cells) {
        assertThat(cells(read(HEADER + "/" + rows))).isEqualTo(cells);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a row a line;序号 成果名称 责任单位/1 样例一 甲局/2 样例二 乙局",
                "a line a cell;序号/成果名称/责任单位/1/样例一/甲局/2/样例二/乙局",
            })
    void threeColumnsAreEnough(String name, String printed) {
        assertThat(cells(read(printed))).isEqualTo("1,样例一,甲局 2,样例二,乙局");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "one row;序号 成果名称 主要做法 责任单位/1 样例一 推行预约。 甲局",
                "a row with a cell too few;序号 成果名称 主要做法 责任单位/1 样例一 推行预约。/2 样例二 推行共享。 乙局",
                "two columns;序号 成果名称/1 样例一/2 样例二",
                "a column of another kind;序号 成果名称 天气 责任单位/1 样例一 晴 甲局/2 样例二 雨 乙局",
                "no number first;成果名称 主要做法 责任单位/样例一 推行预约。 甲局/样例二 推行共享。 乙局",
                "rows that do not begin with 1;序号 成果名称 主要做法 责任单位/2 样例一 推行预约。 甲局/3 样例二 推行共享。 乙局",
                "cells too many and no sentences;序号 成果名称 责任单位/1 样例一 甲局 乙局/2 样例二 乙局",
            })
    void takesNothingForATableThatItCannotDivide(String name, String printed) {
        List<Line> lines = Printed.lines(printed.split("/", -1));

        assertThat(FlatTable.read(lines, new boolean[lines.size()], 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"40, 3", "41, 2"})
    void aCategoryIsNoLongerThanAHeading(int length, int rows) {
        List<Line> lines = Printed.lines(
                (HEADER + "/1 样例一 推行预约。 甲局/二、" + "样".repeat(length - 2) + "/2 样例二 推行共享。 乙局").split("/", -1));
        Found found = FlatTable.read(lines, new boolean[lines.size()], 0);

        assertThat(Objects.requireNonNull(found).table().rows()).hasSize(rows);
    }

    @Test
    void endsWhereTheNumbersEndAndKnowsItsLines() {
        Found found = read(HEADER + "/1 样例一 推行预约。 甲局/2 样例二 推行共享。 乙局//注：样例数据。");

        assertThat(found.next()).isEqualTo(3);
        assertThat(found.table().lines()).isEqualTo(new LineRange(1, 3));
        assertThat(found.table().rows().getLast().lines()).isEqualTo(new LineRange(3, 3));
    }

    private static Found read(String printed) {
        List<Line> lines = Printed.lines(printed.split("/", -1));
        return Objects.requireNonNull(FlatTable.read(lines, new boolean[lines.size()], 0));
    }

    private static String cells(Found found) {
        return found.table().rows().stream()
                .map(Row::cells)
                .map(cells -> String.join(",", cells))
                .collect(Collectors.joining(" "));
    }
}
