package io.casewire.parsing.field.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Deadline;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        "2023年6月至次年3月, 2024-03-31",
        "2024年上半年前, 2024-06-30",
        "2023年6月—2024年3月, 2024-03-31",
        "“十四五”期间, 2025-12-31",
        "“十五五”期间, 2030-12-31",
        "十五五规划期间, 2030-12-31",
        "“十三五”末, 2020-12-31",
        "“十五”时期, 2005-12-31",
        "“十五五”期末, 2030-12-31",
        "2026年内, 2026-12-31"
    })
    void readsTheLastDayThatStillMeetsIt(String printed, LocalDate day) {
        assertThat(DeadlineReader.read(printed, Timeframe.UNKNOWN)).isEqualTo(new Deadline(printed, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"持续推进", "长期", "长期坚持", "持续实施", "常态化开展"})
    void readsWorkWithoutAnEndAsOngoing(String printed) {
        assertThat(DeadlineReader.read(printed, Timeframe.UNKNOWN)).isEqualTo(new Deadline(printed, null, true));
    }

    @Test
    void readsADateWithWorkThatGoesOnBehindIt() {
        assertThat(DeadlineReader.read("2021年底前完成，并持续推进", Timeframe.UNKNOWN))
                .isEqualTo(new Deadline("2021年底前完成，并持续推进", LocalDate.of(2021, 12, 31), true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026年上半年出台清单, 2026-06-30",
                "2025年9月启动试点, 2025-09-30",
                "2025年第四季度上线系统, 2025-12-31",
                "2025年上半年完成投资5亿元, -",
                "2026年上半年的清单, -",
            })
    void whatIsToBeDoneAtATimeStillToComeIsDueByThen(String sentence, @Nullable LocalDate day) {
        assertThat(DeadlineReader.in(sentence, Timeframe.of(null, "2025-08-01")))
                .extracting(Deadline::date)
                .isEqualTo(day == null ? List.of() : List.of(day));
        assertThat(DeadlineReader.in(sentence, Timeframe.UNKNOWN))
                .as("nobody knows the day of issue")
                .isEmpty();
    }

    @Test
    void keepsTheTextOfAValueThatNamesNoDate() {
        assertThat(DeadlineReader.read("“十五五”规划", Timeframe.UNKNOWN)).isEqualTo(new Deadline("“十五五”规划", null, false));
        assertThat(DeadlineReader.read(" 按省里要求 ", Timeframe.UNKNOWN)).isEqualTo(new Deadline("按省里要求", null, false));
        assertThat(DeadlineReader.read("  ", Timeframe.UNKNOWN)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2021年6月底前建成交易平台, 2021年6月底前, 2021-06-30",
        "力争到2025年覆盖全部园区, 力争到2025年, 2025-12-31",
        "2022年12月31日之前报送总结, 2022年12月31日之前, 2022-12-31",
        "力争2026年内覆盖全部口岸, 2026年内, 2026-12-31"
    })
    void findsTheTimeLimitOfASentence(String sentence, String text, LocalDate day) {
        assertThat(DeadlineReader.in(sentence, Timeframe.UNKNOWN)).containsExactly(new Deadline(text, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021年全市进出口增长两成", "依据2018年版目录办理", "自2020年8月起试行"})
    void takesNoOtherDateOfASentenceForATimeLimit(String sentence) {
        assertThat(DeadlineReader.in(sentence, Timeframe.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12月底前, 2024-12-31",
        "6月30日前, 2024-06-30",
        "九月底前, 2024-09-30",
        "第三季度, 2024-09-30",
        "上半年, 2024-06-30",
        "年底前, 2024-12-31",
        "今年年底前, 2024-12-31",
        "年内, 2024-12-31",
        "明年3月底前, 2025-03-31",
        "3月启动，10月底前完成, 2024-10-31",
        "2025年6月底前完成建设，9月底前验收, 2025-09-30"
    })
    void takesTheYearFromWhatThePlanIsAbout(String printed, LocalDate day) {
        Timeframe plan = Timeframe.of("样例市2024年重点工作清单", null);

        assertThat(DeadlineReader.read(printed, plan)).isEqualTo(new Deadline(printed, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12月底前", "上半年", "年底前", "3个月内", "立项后60日内"})
    void leavesTheDayOpenWhereNoYearIsKnown(String printed) {
        Timeframe plan = Timeframe.of("样例市三年行动方案（2023—2025年）", "2023-03-01");

        assertThat(DeadlineReader.read(printed, plan)).isEqualTo(new Deadline(printed, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"每年12月底前", "每季度末", "定期开展"})
    void readsWorkThatComesAgainAsOngoing(String printed) {
        Timeframe plan = Timeframe.of("样例市2024年重点工作清单", null);

        assertThat(DeadlineReader.read(printed, plan)).isEqualTo(new Deadline(printed, null, true));
    }

    @ParameterizedTest
    @CsvSource({"自本方案印发之日起3个月内, 2023-06-01", "印发后三十日内, 2023-03-31", "文件发布之日起1年内, 2024-03-01", "今年年底前, 2023-12-31"})
    void countsFromTheDayOfIssue(String printed, LocalDate day) {
        Timeframe plan = Timeframe.of("样例市实施方案", "2023-03-01");

        assertThat(DeadlineReader.read(printed, plan)).isEqualTo(new Deadline(printed, day, false));
    }

    @Test
    void countsNoLimitOfAnOrdinaryProcedure() {
        Timeframe plan = Timeframe.of("样例市实施方案", "2023-03-01");

        assertThat(DeadlineReader.in("自受理之日起5个工作日内办结。", plan)).isEmpty();
        assertThat(DeadlineReader.in("自印发之日起6个月内出台细则。", plan))
                .containsExactly(new Deadline("印发之日起6个月内", LocalDate.of(2023, 9, 1), false));
    }

    @Test
    void takesTheYearOfTheSectionBeforeThatOfThePlan() {
        Timeframe section = Timeframe.of("样例市2024年重点工作清单", null).within("2025年接续任务");

        assertThat(DeadlineReader.in("6月底前建成平台。", section))
                .containsExactly(new Deadline("6月底前", LocalDate.of(2025, 6, 30), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年3月1日至9月30日，对新设航线减半收费。",
                "自2025年1月1日起至2026年12月31日止免收检测费。",
                "2025年1月至2026年6月开展试点。",
                "补贴标准有效期至2027年底。",
                "该政策延长至2026年12月31日。",
                "减免措施执行到2025年底。"
            })
    void takesTheEndOfTheTimeARuleHoldsForNoTimeLimit(String sentence) {
        assertThat(DeadlineReader.in(sentence, Timeframe.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025年3月1日至9月30日试行，2025年底前总结, 2025年底前, 2025-12-31",
        "2025年启动，到2027年全部建成, 到2027年, 2027-12-31",
        "自2025年起建设，2026年6月底前投用, 2026年6月底前, 2026-06-30"
    })
    void stillFindsTheTimeLimitBesideSuchATime(String sentence, String text, LocalDate day) {
        assertThat(DeadlineReader.in(sentence, Timeframe.UNKNOWN)).containsExactly(new Deadline(text, day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "/", "—", "——", "-", "暂无"})
    void readsNoTimeOutOfACellThatSaysNone(String printed) {
        assertThat(DeadlineReader.read(printed, Timeframe.UNKNOWN)).isNull();
    }
}
