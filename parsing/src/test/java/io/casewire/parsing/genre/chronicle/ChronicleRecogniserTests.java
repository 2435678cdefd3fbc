package io.casewire.parsing.genre.chronicle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.page.PageReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChronicleRecogniserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "• 2024年2月6日|2024-02-06|-|-",
                "· 2024 年 9 月 26 日|2024-09-26|-|-",
                "2024年3月|2024-03|-|-",
                "2024年7月26日-27日|2024-07-26|2024-07-27|-",
                "2024年11月5—10日|2024-11-05|2024-11-10|-",
                "2024年7月30日至8月2日|2024-07-30|2024-08-02|-",
                "2024年12月30日—2025年1月2日|2024-12-30|2025-01-02|-",
                "某社某地 2024 年 9 月 12 日电|2024-09-12|-|-",
                "2024年2月6日，省政府召开会议。|2024-02-06|-|省政府召开会议。",
                "2024年2月6日 省政府召开会议。|2024-02-06|-|省政府召开会议。",
                "【2024年2月6日】|-|-|-",
                "2024.02.06 省政府召开会议。|2024-02-06|-|省政府召开会议。",
                "2024-02-06：省政府召开会议。|2024-02-06|-|省政府召开会议。",
                "二〇二四年五月二十日|2024-05-20|-|-"
            })
    void readsTheDateALineBeginsWith(
            String text, @Nullable String date, @Nullable String dateEnd, @Nullable String words) {
        DatedLine line = DatedLine.of(text, 0);
        if (date == null) {
            assertThat(line).isNull();
            return;
        }
        assertThat(requireNonNull(line).date()).isEqualTo(date);
        assertThat(line.dateEnd()).isEqualTo(dateEnd);
        assertThat(text.substring(line.end())).isEqualTo(words == null ? "" : words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3月8日|2024-03-08",
                "3月|2024-03",
                "某社某地 9 月 26 日电|2024-09-26",
                "9月26—27日，举办论坛。|2024-09-26",
                "12月3日 某公司落户。|2024-12-03"
            })
    void takesTheYearOfTheEntryBeforeWhereNoneIsPrinted(String text, String date) {
        assertThat(requireNonNull(DatedLine.of(text, 2024)).date()).isEqualTo(date);
        assertThat(DatedLine.of(text, 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "国务院印发通知。", "13月2日", "第1季度", "24项经验", "• ", "社"})
    void findsNoDateWhereALineBeginsWithSomethingElse(String text) {
        assertThat(DatedLine.of(text, 2024)).isNull();
    }

    @Test
    void readsEntriesWhoseDateStandsAlone() {
        List<MilestoneRecord> milestones = milestones("""
                # 大事记

                ---

                ### • 2024年1月15日

                某省召开推进会。会议部署年度任务。

                ---

                • 2024年3月

                多部门联合印发政策措施。

                ---

                · 某社某地 5 月 20 日电

                首列快车开行。

                ---

                （本文完）
                """);
        assertThat(milestones).extracting(MilestoneRecord::date).containsExactly("2024-01-15", "2024-03", "2024-05-20");
        assertThat(milestones)
                .extracting(MilestoneRecord::text)
                .containsExactly("某省召开推进会。会议部署年度任务。", "多部门联合印发政策措施。", "首列快车开行。");
        assertThat(milestones.getFirst().lines()).isEqualTo(new LineRange(5, 7));
    }

    @Test
    void readsEntriesThatBeginWithTheirDateUnderAHeadingOfTheYear() {
        List<MilestoneRecord> milestones = milestones("""
                某自贸试验区大事记

                2024年

                1月15日，某省召开推进会。
                3月2日至5日，举办经贸洽谈会。
                5月，某片区条例施行。

                2025年

                2月1日，首票业务落地。
                """);
        assertThat(milestones)
                .extracting(MilestoneRecord::date)
                .containsExactly("2024-01-15", "2024-03-02", "2024-05", "2025-02-01");
        assertThat(milestones.get(1).dateEnd()).isEqualTo("2024-03-05");
        assertThat(milestones.getLast().text()).isEqualTo("首票业务落地。");
    }

    @Test
    void readsDaysUnderAHeadingOfTheirMonth() {
        List<MilestoneRecord> milestones = milestones("""
                某自贸试验区大事记

                2023年

                1月

                10日，召开领导小组会议。

                18日至19日，举办推介会。

                2月

                3日，首单业务落地。
                """);
        assertThat(milestones)
                .extracting(MilestoneRecord::date)
                .containsExactly("2023-01-10", "2023-01-18", "2023-02-03");
        assertThat(milestones).extracting(MilestoneRecord::dateEnd).containsExactly(null, "2023-01-19", null);
    }

    @Test
    void readsAChronicleThatIsATable() {
        List<MilestoneRecord> milestones =
                milestones("大事记\n\n时间\t事件\n2024年1月15日\t召开推进会\n2024年3月2日\t印发方案\n2024年5月\t条例施行\n");
        assertThat(milestones).extracting(MilestoneRecord::text).containsExactly("召开推进会", "印发方案", "条例施行");
    }

    @Test
    void endsTheChronicleAtTheNextHeading() {
        List<MilestoneRecord> milestones = milestones("""
                ## 大事记

                2024年1月15日，召开推进会。
                2024年3月2日，印发方案。
                2024年5月4日，条例施行。

                ## 编后记

                本书历时半年编成。
                """);
        assertThat(milestones).hasSize(3);
        assertThat(milestones.getLast().text()).isEqualTo("条例施行。");
    }

    @Test
    void findsNoMilestonesWithoutAHeadingThatNamesAChronicle() {
        assertThat(milestones("2024年1月15日，召开会议。\n2024年3月2日，印发方案。\n2024年5月4日，施行。\n"))
                .isEmpty();
    }

    private static List<MilestoneRecord> milestones(String text) {
        DocumentIdentity identity = new DocumentIdentity("某报告", null, null, null, "某报告");
        return new ChronicleRecogniser()
                .read(PageReader.read("report.txt", text), identity).records().stream()
                        .map(MilestoneRecord.class::cast)
                        .toList();
    }
}
