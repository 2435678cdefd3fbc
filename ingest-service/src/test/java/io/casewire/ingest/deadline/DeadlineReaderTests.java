package io.casewire.ingest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Deadline;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineReaderTests {

    @ParameterizedTest
    @CsvSource({
        "2023年8月底前, 2023-08-31",
        "2021年6月底, 2021-06-30",
        "2022年年底前, 2022-12-31",
        "2022年12月31日前, 2022-12-31",
        "2023年2月底前, 2023-02-28",
        "2024年2月底前, 2024-02-29",
        "到2025年, 2025-12-31",
        "2024年上半年, 2024-06-30",
        "2024年第三季度, 2024-09-30",
        "2023年8月前, 2023-07-31",
        "2025年前, 2024-12-31",
        "2023年6月至12月, 2023-12-31",
        "2023年6月—2024年3月, 2024-03-31"
    })
    void readsTheLastDayThatStillMeetsIt(String printed, LocalDate day) {
        assertThat(DeadlineReader.read(printed)).isEqualTo(new Deadline(printed, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"持续推进", "长期", "长期坚持", "持续实施", "常态化开展"})
    void readsWorkWithoutAnEndAsOngoing(String printed) {
        assertThat(DeadlineReader.read(printed)).isEqualTo(new Deadline(printed, null, true));
    }

    @Test
    void readsADateWithWorkThatGoesOnBehindIt() {
        assertThat(DeadlineReader.read("2021年底前完成，并持续推进"))
                .isEqualTo(new Deadline("2021年底前完成，并持续推进", LocalDate.of(2021, 12, 31), true));
    }

    @Test
    void keepsTheTextOfAValueThatNamesNoDate() {
        assertThat(DeadlineReader.read(" 按省里要求 ")).isEqualTo(new Deadline("按省里要求", null, false));
        assertThat(DeadlineReader.read("  ")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2021年6月底前建成交易平台, 2021年6月底前, 2021-06-30",
        "力争到2025年覆盖全部园区, 力争到2025年, 2025-12-31",
        "2022年12月31日之前报送总结, 2022年12月31日之前, 2022-12-31"
    })
    void findsTheTimeLimitOfASentence(String sentence, String text, LocalDate day) {
        assertThat(DeadlineReader.in(sentence)).containsExactly(new Deadline(text, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021年全市进出口增长两成", "依据2018年版目录办理", "自2020年8月起试行"})
    void takesNoOtherDateOfASentenceForATimeLimit(String sentence) {
        assertThat(DeadlineReader.in(sentence)).isEmpty();
    }
}
