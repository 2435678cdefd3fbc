package io.casewire.parsing.field.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDatesTests {

    @ParameterizedTest
    @CsvSource({
        "2023年11月14日, 2023-11-14, 2023-11-14",
        "2023 年 11 月 14 日, 2023-11-14, 2023-11-14",
        "2023年8月底, 2023-08, 2023-08-31",
        "2023年2月, 2023-02, 2023-02-28",
        "2022年年底, 2022-12, 2022-12-31",
        "2022年底, 2022-12, 2022-12-31",
        "2025年, 2025, 2025-12-31",
        "2025年一季度, 2025-03, 2025-03-31",
        "2025年第三季度末, 2025-09, 2025-09-30",
        "2024年上半年, 2024-06, 2024-06-30",
        "二〇二三年五月, 2023-05, 2023-05-31",
        "二〇二三年五月二十日, 2023-05-20, 2023-05-20",
        "2021-01-19, 2021-01-19, 2021-01-19",
        "2021.3.8, 2021-03-08, 2021-03-08",
        "2021/3/8, 2021-03-08, 2021-03-08",
        "2021-03, 2021-03, 2021-03-31"
    })
    void readsADateAtItsPrintedPrecision(String printed, String iso, LocalDate lastDay) {
        PrintedDate date = requireNonNull(PrintedDates.at(printed, 0));
        assertThat(date.iso()).isEqualTo(iso);
        assertThat(date.lastDay()).isEqualTo(lastDay);
        assertThat(date.end()).isEqualTo(printed.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12021年", "3年", "2023.8", "1234年", "2023个", "20234年", "", "2023", "9月"})
    void takesNoOtherNumberForADate(String text) {
        assertThat(PrintedDates.in(text)).isEmpty();
    }

    @Test
    void staysAtTheMonthWhereTheDayDoesNotExist() {
        assertThat(PrintedDates.in("2023年2月31日")).extracting(PrintedDate::iso).containsExactly("2023-02");
    }

    @Test
    void findsEveryDateOfASentence() {
        assertThat(PrintedDates.in("从2022年3月到2023年6月，2024年再评估"))
                .extracting(PrintedDate::iso)
                .containsExactly("2022-03", "2023-06", "2024");
    }
}
