package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTableTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a column of numbers;序号_成果名称/1_样例甲/二_样例乙;1 样例甲, 2 样例乙",
                "numbers before the titles;成果名称_责任单位/1.样例甲_甲局/2.样例乙_甲局;1 样例甲, 2 样例乙",
                "a number that is none;序号_成果名称/0_3.样例甲;3 样例甲",
                "no numbers;序号_成果名称_责任单位/_样例甲_甲局/甲_样例乙_甲局;null 样例甲, null 样例乙",
                "a column counts more than the title;序号_成果名称/4_3.样例甲;4 3.样例甲",
            })
    void everyRowIsACaseWithItsNumber(String name, String printed, String cases) {
        assertThat(String.join(
                        ", ",
                        read(printed).drafts().stream()
                                .map(draft -> draft.number() + " " + draft.title())
                                .toList()))
                .isEqualTo(cases);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "numbers that follow;1_样例甲/2_样例乙;''",
                "numbers that begin anew;1_样例甲/2_样例乙/1_样例丙;''",
                "a row without a number;1_样例甲/_样例乙_甲局/2_样例丙;''",
                "a number left out;1_样例甲/3_样例乙;NUMBERING_GAP",
                "a number that comes again;1_样例甲/2_样例乙/2_样例丙;NUMBERING_DUPLICATE",
                "a row without a title;1_样例甲/2__甲局;ROW_WITHOUT_TITLE",
                "a category that has its count;一、贸易（2项）/1_样例甲/2_样例乙;''",
                "a category that is short;一、贸易（2项）/1_样例甲/二、金融/2_样例乙;CATEGORY_COUNT_MISMATCH",
                "the last category is short;一、贸易/1_样例甲/二、金融（2项）/2_样例乙;CATEGORY_COUNT_MISMATCH",
                "a category without a row whose numbers are left out;一、贸易（2项）/二、金融/3_样例甲;CATEGORY_COUNT_MISMATCH",
                "a category without a row and another gap;一、贸易（2项）/二、金融/5_样例甲;CATEGORY_COUNT_MISMATCH,NUMBERING_GAP",
            })
    void whatIsOddIsTold(String name, String rows, String codes) {
        assertThat(String.join(
                        ",",
                        read("序号_成果名称_责任单位/" + rows).diagnostics().stream()
                                .map(told -> told.code())
                                .toList()))
                .isEqualTo(codes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "named for its end;责任单位_完成时限;true",
                "asked for;责任单位_时间要求;true",
                "a schedule;责任单位_进度安排;true",
                "when it was tried;责任单位_实施时间;false",
                "nobody has to do it;主要内容_完成时限;false",
            })
    void aTableThatSaysWhoHasToBeDoneByWhenDividesWork(String name, String columns, boolean work) {
        Table table = table("成果名称_" + columns + "/样例甲_甲局_2026年底前");

        assertThat(CaseTable.dividesWork(table, Objects.requireNonNull(CaseTable.columnsOf(table))))
                .isEqualTo(work);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "behind the summary;主要内容_推行预约。;推行预约。~完成时限：于2026年底前;-",
                "behind the practice;主要做法_推行预约。;-;推行预约。~完成时限：于2026年底前",
                "alone;推广范围_全市;-;完成时限：于2026年底前",
            })
    void theDayOfARowStaysUnderItsColumnsName(
            String name, String column, @Nullable String summary, @Nullable String practice) {
        CaseDraft draft = read("成果名称_完成时限_" + column.split("_", -1)[0] + "/样例甲_于2026年底前_" + column.split("_", -1)[1])
                .drafts()
                .getFirst();
        CaseRecord built = draft.build(CaseId.derive("样例", "样例甲"));

        assertThat(built.summary()).isEqualTo(summary == null ? null : summary.replace('~', '\n'));
        assertThat(built.practice() == null ? null : built.practice().text())
                .isEqualTo(practice == null ? null : practice.replace('~', '\n'));
    }

    @Test
    void itemsThatAreDeclaredAndLeftOutAreWithheld() {
        assertThat(read("序号_成果名称/一、贸易（2项）/二、金融/3_样例甲").withheld()).isEqualTo(2);
        assertThat(read("序号_成果名称/一、贸易（2项）/二、金融/5_样例甲").withheld()).isZero();
        assertThat(read("序号_成果名称/1_样例甲").withheld()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a heading;一、贸易便利领域;''",
                "a sentence;由甲局推广。;由甲局推广。",
                "an instrument;《样例通知》;《样例通知》",
                "a link;http：样例;http：样例",
                "a number;12;12",
                "nought;0;0",
                "forty characters;一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲;''",
                "more than forty;一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲乙;一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲一二三四五六七八九甲乙",
            })
    void aRowThatSaysOneThingIsACategoryOrANote(String name, String row, String notes) {
        assertThat(String.join(",", read("序号_成果名称/" + row + "/1_样例甲").notes())).isEqualTo(notes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"序号_成果名称/1_样例甲/2_/一、贸易/3_样例乙;2", "序号_企业/1_样例甲;0", "序号_成果名称_分值/1_样例甲_5;0"})
    void rowsOfACaseHaveATitle(String printed, int rows) {
        assertThat(CaseTable.titledRows(table(printed))).isEqualTo(rows);
    }

    private static CaseTable read(String printed) {
        return Objects.requireNonNull(CaseTable.read(table(printed)));
    }

    private static Table table(String printed) {
        List<String> lines = List.of(printed.split("/", -1));
        List<String> header = List.of(lines.getFirst().split("_", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = new ArrayList<>(List.of(line.split("_", -1)));
            while (cells.size() < header.size()) {
                cells.add("");
            }
            rows.add(new Row(cells, cells, new LineRange(rows.size() + 2, rows.size() + 2)));
        }
        return new Table(null, header, rows, new LineRange(1, lines.size()));
    }
}
