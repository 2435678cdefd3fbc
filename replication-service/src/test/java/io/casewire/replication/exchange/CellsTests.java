package io.casewire.replication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-30",
                "2026/6/30",
                "2026.6.30",
                "2026年6月30日",
                "2026 年 6 月 30 日",
                "２０２６年６月３０日",
                "20260630",
                "2026/6/30 0:00",
                "2026-06-30 00:00:00",
                "46203"
            })
    void daysAreReadAsPeopleWriteThem(String text) {
        assertThat(Cells.day(text, false)).contains(LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年6月", "2026-02-30", "六月底", "2026/6/30 14:00", "1026-06-30", "462031", ""})
    void anythingElseIsNoDay(String text) {
        assertThat(Cells.day(text, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "50%, 50", "５０％, 50", "0, 0", "100.0, 100", "' 7 ', 7"})
    void percentagesAreWholeNumbers(String text, int percent) {
        assertThat(Cells.percent(text)).contains(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "0.5", "一半", "50.5%", "", "%"})
    void anythingElseIsNoPercentage(String text) {
        assertThat(Cells.percent(text)).isEmpty();
    }
}
