package io.casewire.parsing.genre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks as one line each: {@code number title [units] (lead) @day}, then its measures behind {@code |}. */
class PlanShapesTests {
    private static final String HEAD = "样例省关于改进水运服务的意见/一、改进服务/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "several brackets in one item;"
                        + "（一）修建泊位。改造老旧泊位。（交通厅负责）配套岸电。（电力局、水利厅负责）/（二）培训船员。每年两期。（教育厅负责）/（三）公开收费。定期公布。（财政厅负责）;"
                        + "1 修建泊位 [交通厅、电力局、水利厅] | 改造老旧泊位。[交通厅] | 配套岸电。[电力局、水利厅]",
                "paragraphs with brackets of their own;"
                        + "（一）修建泊位。改造老旧泊位。（交通厅牵头，水利厅参与）/配套岸电，提高使用率。（电力局指导，试点港区负责落实）/（二）培训船员。每年两期。（教育厅指导）/（三）公开收费。公布目录。（财政厅指导）;"
                        + "1 修建泊位 [交通厅、水利厅、电力局、试点港区] (交通厅) | 改造老旧泊位。[交通厅、水利厅] | 配套岸电，提高使用率。[电力局、试点港区]",
                "a passage of its own for the whole item;"
                        + "（一）修建泊位。/（责任单位：交通厅、水利厅）/改造老旧泊位。（牵头单位：交通厅）/（二）培训船员。每年两期。（教育厅负责）/（三）公开收费。公布目录。（财政厅负责）;"
                        + "1 修建泊位 [交通厅、水利厅] | 改造老旧泊位。[交通厅]",
                "measures announced below a title;"
                        + "（一）修建泊位，方便靠泊。主要措施：/1.2025年底前公布泊位名录。（交通厅负责）/2.开放预约。（水利厅牵头，财政厅配合）/（二）培训船员。每年两期。（教育厅负责）;"
                        + "1 修建泊位，方便靠泊 [交通厅、水利厅、财政厅] (水利厅) @2025-12-31 | 1.2025年底前公布泊位名录。[交通厅] @2025-12-31 | 2.开放预约。[水利厅、财政厅]",
                "measures announced on a line of their own;"
                        + "（一）修建泊位。/具体措施：/1.公布名录。（交通厅负责）/2.开放预约。（水利厅负责）/（二）培训船员。每年两期。（教育厅负责）;"
                        + "1 修建泊位 [交通厅、水利厅] | 1.公布名录。[交通厅] | 2.开放预约。[水利厅]",
                "units on a line behind the last part;"
                        + "（一）修建泊位。/1.公布名录。/2.开放预约。/责任单位：交通厅、水利厅/（二）培训船员。每年两期。/责任单位：教育厅;"
                        + "1 修建泊位 [交通厅、水利厅] | 1.公布名录。 | 2.开放预约。",
                "the same where it stands alone in its chapter;"
                        + "二、培养人才/（三）培训船员。/1.每年两期。/2.公布题库。/责任单位：教育厅/三、规范收费/（一）修建泊位。/1.公布名录。/2.开放预约。/责任单位：交通厅、水利厅/（二）公开收费。/1.公布目录。/2.定期更新。/责任单位：财政厅;"
                        + "3 培训船员 [教育厅] | 1.每年两期。 | 2.公布题库。",
                "the same where it is the only one;"
                        + "二、培养人才/（三）培训船员。/1.每年两期。/2.公布题库。/责任单位：教育厅/三、规范收费/（一）修建泊位。公布名录。（交通厅负责）/（二）公开收费。公布目录。（财政厅负责）;"
                        + "1 每年两期",
                "the same where another part names its own;"
                        + "（一）修建泊位。/1.公布名录。（水利厅负责）/2.开放预约。/责任单位：交通厅/（二）培训船员。每年两期。/责任单位：教育厅;"
                        + "1 公布名录 [水利厅]",
                "a deadline in the only sentence;"
                        + "1.公布泊位名录，2025年6月底前完成。（交通厅负责）/2.开放预约。（水利厅负责）/3.培训船员。（教育厅负责）;"
                        + "1 公布泊位名录，2025年6月底前完成 [交通厅] @2025-06-30",
                "of several times the last;"
                        + "（一）修建泊位。主要措施：/1.2025年6月底前公布名录。（交通厅负责）/2.2026年底前开放预约。（水利厅负责）/（二）培训船员。每年两期。（教育厅负责）;"
                        + "1 修建泊位 [交通厅、水利厅] @2026-12-31 | 1.2025年6月底前公布名录。[交通厅] @2025-06-30 | 2.2026年底前开放预约。[水利厅] @2026-12-31"
            })
    void givesEveryPartItsUnitsAndItsTime(String name, String items, String first) {
        assertThat(told(HEAD + items).getFirst()).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "signature, date and note;/样例省人民政府/2025年7月1日/（此件公开发布）",
                "signature and date on one line;/样例省人民政府 2025年7月1日",
                "the signature on the item's own line;样例省人民政府 2025年7月1日",
                "the same with a note;样例省人民政府2025年7月1日（此件公开发布）",
                "several signatories;/样例省商务厅/样例省水利厅/二〇二五年七月一日",
                "a list of what is attached;/附件：任务台账",
                "a date alone;/2025年7月1日",
                "a paragraph to everybody;/各市、各部门要认真落实本意见，确保取得实效。/样例省人民政府/2025年7月1日",
                "the same on the item's own line;各市、各部门要认真落实本意见。省政府办公厅要加强督促。/样例省人民政府/2025年7月1日",
                "the same at the very end;各地区、各有关部门应当细化措施，确保落实。",
                "the day it comes into force;/本意见自印发之日起施行，有效期3年。/样例省人民政府/2025年7月1日",
                "nothing;''"
            })
    void noItemGoesOnBehindTheEndOfTheDocument(String name, String end) {
        String items = "（一）修建泊位。改造老旧泊位。（交通厅负责）/（二）培训船员。每年两期。（教育厅负责）/（三）公开收费。公布目录。（财政厅、水利厅负责）";

        assertThat(told(HEAD + items + end).getLast()).isEqualTo("3 公开收费 [财政厅、水利厅] | 公布目录。[财政厅、水利厅]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"各区要建立台账，按月更新。", "交通厅每季度通报一次进展。"})
    void aParagraphOfAnItemThatIsFollowedByOthersStays(String paragraph) {
        String items = "（一）修建泊位。改造老旧泊位。（交通厅负责）/" + paragraph + "/（二）培训船员。每年两期。（教育厅负责）/（三）公开收费。公布目录。（财政厅负责）";

        assertThat(told(HEAD + items).getFirst()).contains(paragraph);
    }

    @Test
    void readsAPlanThatStandsOnOneLine() {
        List<String> tasks =
                told("样例省水运改革任务分工方案/制定本方案。一、开放泊位（一）完善名录，方便查询。主要措施：1．编制名录，2025年3月底前公布。（交通厅牵头，有关部门及各市按职责分工负责）"
                        + "2．开放预约。及时更新。（水利厅、数据局及各市按职责分工负责）3．2025年底前公布收费。（财政厅负责）（二）改进查验，减少等待。具体措施：1．统一计划。（海关负责）"
                        + "2．公开进度。（边检总站负责）二、培训船员（三）增加考试，方便船员报名和换证，每月安排两场，逐步覆盖全部码头和港区，并公布考试安排和结果。具体措施：1．开放网上报名。（教育厅负责）"
                        + "2．公布题库，接受监督，并定期更新题目，确保题目与实际作业相符，方便船员备考，减少重复培训和往返奔波，降低船员负担，提高通过率。（交通厅、教育厅负责）"
                        + "各市、各部门要逐项落实到人，省政府办公厅将适时督查。");

        assertThat(tasks)
                .containsExactly(
                        "1 完善名录，方便查询 [交通厅、有关部门、各市、水利厅、数据局、财政厅] (交通厅) @2025-12-31 | 1.编制名录，2025年3月底前公布。[交通厅、有关部门、各市] @2025-03-31"
                                + " | 2.开放预约。及时更新。[水利厅、数据局、各市] | 3.2025年底前公布收费。[财政厅] @2025-12-31",
                        "2 改进查验，减少等待 [海关、边检总站] | 1.统一计划。[海关] | 2.公开进度。[边检总站]",
                        "3 增加考试，方便船员报名和换证，每月安排两场，逐步覆盖全部码头和港区，并公布考试安排和结果 [教育厅、交通厅] | 1.开放网上报名。[教育厅]"
                                + " | 2.公布题库，接受监督，并定期更新题目，确保题目与实际作业相符，方便船员备考，减少重复培训和往返奔波，降低船员负担，提高通过率。[交通厅、教育厅]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "样例综合保税区服务实施方案;重点任务;3",
                "样例综合保税区服务实施方案;加快转变服务方式;3",
                "中国（样例）自由贸易试验区行动计划;推进便利;3",
                "湖南省水运服务行动计划;推进便利;3",
                "湖南省水运服务行动计划;保障措施;0",
                "湖南省水运服务行动计划;加强组织实施;0",
                "样例服务行动计划;重点任务;0",
                "样例服务行动计划;推进便利;0",
                "样例综合保税区服务情况;重点任务;0"
            })
    void takesWorkForAPlaceForTasksWhateverItsChapterIsCalled(String title, String chapter, int tasks) {
        String text =
                title + "/一、总体要求/（一）指导思想。坚持改革。/二、" + chapter + "/（二）统一窗口。设立综合窗口。/（三）公开进度。开通查询。/（四）延长服务时间，2025年底前周末开放。";

        Recognised plan = Recognised.by(new PlanRecogniser(), text);
        assertThat(plan.score() >= 50).isEqualTo(tasks > 0);
        assertThat(tasks == 0 ? 0 : told(text).size()).isEqualTo(tasks);
    }

    @ParameterizedTest
    @CsvSource({
        "样例水运服务实施方案, 2, true",
        "样例水运服务意见, 2, true",
        "样例水运服务情况, 2, false",
        "样例水运服务情况, 3, true",
        "样例水运服务实施方案, 1, false"
    })
    void aPlanByItsTitleMayHaveTwoTasks(String title, int items, boolean plan) {
        StringBuilder text = new StringBuilder(title + "/一、推进便利");
        for (int i = 1; i <= items; i++) {
            text.append("/").append(i).append(".统一窗口").append(i).append("。设立窗口。（交通厅负责）");
        }

        assertThat(Recognised.by(new PlanRecogniser(), text.toString()).score() >= 50)
                .isEqualTo(plan);
    }

    @Test
    void keepsTheItemsWithoutUnitsBesideOneThatHasThem() {
        assertThat(
                        told(
                                HEAD
                                        + "（一）修建泊位。改造老旧泊位。（交通厅负责）/（二）培训船员。每年两期。/（三）公开收费。公布目录。/二、加强组织实施/（四）强化督促。定期通报。/三、推进共享/（五）开放数据。公布目录。（数据局、财政厅负责）/（六）对接系统。统一接口。（数据局负责）"))
                .extracting(task -> task.substring(0, 6))
                .containsExactly("1 修建泊位", "2 培训船员", "3 公开收费", "5 开放数据", "6 对接系统");
    }

    static List<String> told(String text) {
        return Recognised.by(new PlanRecogniser(), text).findings().records().stream()
                .map(record -> told((TaskRecord) record))
                .toList();
    }

    private static String told(TaskRecord task) {
        StringBuilder told = new StringBuilder();
        told.append(task.number() == null ? "" : task.number() + " ").append(task.title());
        told.append(list(" [", task.responsibleUnits(), "]")).append(list(" (", task.leadUnits(), ")"));
        told.append(day(task.deadline()));
        for (TaskMeasure measure : task.measures()) {
            told.append(" | ")
                    .append(measure.number() == null ? "" : measure.number() + ".")
                    .append(measure.text());
            told.append(list("[", joined(measure), "]"));
            measure.deadlines().forEach(deadline -> told.append(day(deadline)));
        }
        return told.toString();
    }

    private static List<String> joined(TaskMeasure measure) {
        return java.util.stream.Stream.concat(measure.leadUnits().stream(), measure.supportingUnits().stream())
                .toList();
    }

    private static String list(String open, List<String> names, String close) {
        return names.isEmpty() ? "" : open + String.join("、", names) + close;
    }

    private static String day(@Nullable Deadline deadline) {
        return deadline == null ? "" : " @" + (deadline.date() == null ? deadline.text() : deadline.date());
    }
}
