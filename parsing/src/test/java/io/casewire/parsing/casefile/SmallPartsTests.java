package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told by a word or two: a label, a list that is counted, a number that does not follow. */
class SmallPartsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "优化流程：推行预约|4",
                "优：推行预约|-1",
                "主要包括：甲|-1",
                "内容如下：甲|-1",
                "优化流程|-1",
                "优化流程：|-1",
                "优化流程，推行：甲|-1",
                "一二三四五六七八九十一二三四五六七八九十一二三四：甲|-1",
            })
    void aLabelRunsIntoItsTextBehindAColon(String text, int end) {
        assertThat(Labels.endOfLabel(text)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "在甲市、乙市等8个区域试行。|8个区域|在甲市、乙市",
                "先行先试。甲市、乙市等18个区域试行|18个区域|甲市、乙市",
                "甲市、乙市等8个区域|9个区域|-",
                "甲市、乙市等8个区域|8区域|-",
                "甲市、乙市等8个区域|个区域|-",
                "甲市、乙市等8个区域|8|-",
                "甲市、乙市8个区域|8个区域|-",
            })
    void aScopeThatCountsMeansTheListThatEndsWithItsCount(String text, String scope, @Nullable String places) {
        assertThat(Enumerations.placesCounted(text, scope)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|3|NUMBERING_GAP|Number 2 is missing before 3",
                "2|4|NUMBERING_GAP|Numbers 2 to 3 are missing before 4",
                "3|2|NUMBERING_DUPLICATE|Number 2 comes again where 3 was expected",
            })
    void numbersThatDoNotFollowAreTold(int expected, int found, String code, String message) {
        LineRange lines = new LineRange(5, 5);

        assertThat(Numbering.gap(expected, found, lines))
                .returns(code, said -> said.code())
                .returns(message, said -> said.message())
                .returns(lines, said -> said.lines());
    }
}
