package io.casewire.parsing.genre.bestpractice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTitleTests {
    @ParameterizedTest
    @CsvSource({
        "关于推广样例预约经验做法的通报, 样例预约",
        "甲市关于复制推广“样例预约”典型经验的通知, “样例预约”",
        "关于印发福建自贸试验区样例预约案例的函, 样例预约",
        "关于推介样例预约的做法的通知, 样例预约",
        "关于学习借鉴样例预约的决定, 样例预约",
    })
    void theCaseIsNamedInsideTheTitleOfItsLetter(String title, String subject) {
        assertThat(LetterTitle.subject(title)).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"样例预约", "关于样例预约的通报", "关于推广样例预约", "关于推广经验做法的通报", "推广样例预约的通报", ""})
    void anotherTitleIsTheCase(String title) {
        assertThat(LetterTitle.subject(title)).isEqualTo(title);
    }
}
