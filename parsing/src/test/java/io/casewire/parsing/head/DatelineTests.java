package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新华社甲地4月14日电|11",
                "新华社甲地4月14日电 近日，甲市印发意见|11",
                "中新网甲地4月14日电（记者 张三）|11",
                "本报讯（记者 张三）甲市推行样例改革|3",
                "人民网甲地电（记者 张三）|6",
                "新华社记者说，甲地4月14日电力充足|0",
                "新华社大楼的供电|0",
                "甲市4月14日电|0",
                "本报告由甲市电力局编制|0",
            })
    void anAgencyBeginsWithItsNameThePlaceAndTheDay(String text, int end) {
        assertThat(Dateline.endOf(text)).isEqualTo(end);
    }
}
