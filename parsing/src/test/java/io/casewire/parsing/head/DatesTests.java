package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Paragraph;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTests {
    @ParameterizedTest
    @CsvSource({
        "2023年11月4日, 2023-11-04",
        "2023 年 1 月 14 日, 2023-01-14",
        "二〇二三年十一月十四日, 2023-11-14",
        "二○二三年一月二十日, 2023-01-20",
        "二零二三年十月三十一日, 2023-10-31",
        "二〇一九年十二月二十一日, 2019-12-21",
        "2021-01-19, 2021-01-19",
        "2021-1-9, 2021-01-09",
        "2021/1/9, 2021-01-09",
        "2021.12.9印发, 2021-12-09",
        "2023年11月4日印发, 2023-11-04",
        "2023年11月4日至2024年5月6日, 2023-11-04",
        "1949年10月1日, 1949-10-01",
        "2200年12月31日, 2200-12-31",
    })
    void readsTheDateATextBeginsWith(String text, String date) {
        assertThat(Dates.read(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023年",
                "2023年13月4日",
                "2023年11月32日",
                "2023年0月4日",
                "2023年11月0日",
                "2023年月4日",
                "2023年11月日",
                "2023年12345678901月4日",
                "2023年1日2月",
                "1948年11月4日",
                "2201年11月4日",
                "20样3年11月4日",
                "二十二三年十一月四日",
                "二零二三年十一日",
                "第2023年11月4日",
                "于2023年11月4日",
                "2021-01",
                "样例年样例月样例日",
                "2021-1/9",
                "2021样1样19",
                "2021-1-日前"
            })
    void readsNothingElse(String text) {
        assertThat(Dates.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2023年11月4日, true",
        "二〇二三年十一月十四日, true",
        "二〇二三年十二月三十一日, true",
        "2023年11月4日印发, false",
        "2023年11月4日节日, false",
        "2021-01-19, false",
        "11月4日, false"
    })
    void aDateOfSignatureStandsAlone(String text, boolean date) {
        assertThat(Dates.isDate(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "（2024年4月11日）, 2024-04-11",
                "样例改革案例/（试行）/（2024年4月11日）, 2024-04-11",
                "（2024年4月11日, -",
                "2024年4月11日）, -",
                "自2024年4月11日起, -",
                "（2024年4月11日印发）, -"
            })
    void aDateInBracketsStandsAlone(String head, @Nullable String date) {
        List<Paragraph> lines = Arrays.stream(head.split("/"))
                .map(line -> Paragraph.of(line, 1))
                .toList();

        assertThat(Dates.inBrackets(lines)).isEqualTo(date);
    }
}
