package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubHeaderTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a wide name repeated;序号/做法/做法;/改革前/改革后;序号/改革前/改革后",
                "a wide name before empty cells;序号/做法/;/改革前/改革后;序号/改革前/改革后",
                "names below repeated from above;序号/做法/做法;序号/改革前/改革后;序号/改革前/改革后",
            })
    void aSecondRowDividesAWideColumn(String name, String header, String below, String merged) {
        assertThat(SubHeader.merge(cells(header), cells(below))).isEqualTo(cells(merged));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a row of data;序号/做法/做法;1/甲/乙",
                "a narrow column;序号/成果名称/主要做法;/改革前/改革后",
                "one part only;序号/做法/做法;/改革前/",
                "a row of another width;序号/做法/做法;/改革前",
                "a long name;序号/做法/做法;/改革前/改革以后的具体做法和成效",
            })
    void anotherRowIsNoPartOfTheHeader(String name, String header, String below) {
        assertThat(SubHeader.merge(cells(header), cells(below))).isNull();
    }

    private static List<String> cells(String row) {
        return List.of(row.split("/", -1));
    }
}
