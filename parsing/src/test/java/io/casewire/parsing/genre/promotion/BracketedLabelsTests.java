package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BracketedLabelsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "样例（责任单位：甲局）。推行。;样例。推行。/责任单位：甲局",
                "样例（责任单位：甲局，推广范围：全省）;样例/责任单位：甲局/推广范围：全省",
                "样例（责任单位：甲局、乙局（筹））;样例/责任单位：甲局、乙局（筹）",
                "样例（责任单位：甲局）推行（推广范围：全省）;样例推行/责任单位：甲局/推广范围：全省",
            })
    void labelsInBracketsGoBehindTheText(String text, String last) {
        assertThat(BracketedLabels.last(text)).isEqualTo(last.replace('/', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "样例（试行）", "样例（主要做法：推行）", "样例（责任单位：甲局", "样例（说明：试行）", "责任单位：甲局"})
    void otherBracketsStay(String text) {
        assertThat(BracketedLabels.last(text)).isEqualTo(text);
    }
}
