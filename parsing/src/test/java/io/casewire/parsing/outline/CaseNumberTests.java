package io.casewire.parsing.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTests {
    @ParameterizedTest
    @CsvSource({
        "案例一：样例改革, 1, 样例改革",
        "案例12 样例改革, 12, 样例改革",
        "典型案例三、样例改革, 3, 样例改革",
        "经验3.样例改革, 3, 样例改革",
        "做法 二 ：样例改革, 2, 样例改革",
        "【案例二】样例改革, 2, 样例改革",
        "案例一样例改革, 1, 样例改革",
        "成果5, 5, ''",
    })
    void readsTheNumberSpelledOutBeforeATitle(String text, int number, String title) {
        CaseNumber read = Objects.requireNonNull(CaseNumber.read(text));

        assertThat(read.number()).isEqualTo(number);
        assertThat(text.substring(read.end())).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"案例：样例", "案例3个", "经验5项", "成果2024年发布", "样例案例一", "案例", "", "做法如下"})
    void wordsThatCountOrNameNumberNothing(String text) {
        assertThat(CaseNumber.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"02, 2", "NO.2, 2", "No.12, 12", "CASE 3, 3", "案例二, 2", "■ 3, 3", "【案例四】, 4"})
    void readsANumberThatStandsAloneOnItsLine(String text, int number) {
        assertThat(CaseNumber.alone(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "案例二 样例", "2024年", "NO.样例", "甲", "2.5"})
    void aLineWithMoreOnItIsNoNumber(String text) {
        assertThat(CaseNumber.alone(text)).isEqualTo(-1);
    }
}
