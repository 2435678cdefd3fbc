package io.casewire.parsing.genre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTableTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "the reform is the title;序号_改革举措_工作内容_责任部门_完成时间~1_推行预约_建设通道_市交通局_2025年6月底;推行预约 | 建设通道 | 2025-06-30",
                "the reform beside its measures;序号_创新举措_具体措施_责任单位_完成时限~1_推行预约_建设通道_市交通局_长期坚持;推行预约 | 建设通道 | 长期坚持",
                "a case to replicate by a day;序号_试点经验_具体措施_责任单位_完成期限~1_推行预约_建设通道_市交通局_2025.06.30;推行预约 | 建设通道 | 2025-06-30",
                "the content alone;序号_工作内容_责任部门~1_建设通道_市交通局;建设通道 |  | null",
                "two columns of what to do;序号_重点任务_工作内容_具体举措_责任单位~1_推行预约_建设通道_公布规则_市交通局;推行预约 | 建设通道/公布规则 | null",
                "groups go into the path;工作任务分类_具体任务_牵头单位_计划完成时间~完善设施_建设通道_市交通局_2025年9月;建设通道 |  | 2025-09-30",
                "a time in the title where the column has none;重点任务_责任单位_完成时限~2025年底前建成通道_市交通局_/;2025年底前建成通道 |  | 2025-12-31",
                "no time where neither has one;重点任务_责任单位_完成时限~建成通道_市交通局_—;建成通道 |  | null"
            })
    void everyColumnThatSaysWhatToDoIsRead(String name, String table, String told) {
        TaskRecord task = first(table);

        assertThat(task.title() + " | "
                        + String.join(
                                "/",
                                task.measures().stream()
                                        .map(measure -> measure.text())
                                        .toList())
                        + " | "
                        + (task.deadline() == null
                                ? null
                                : task.deadline().date() == null
                                        ? task.deadline().text()
                                        : task.deadline().date()))
                .isEqualTo(told);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "columns;重点任务_牵头单位_配合单位~统一窗口_市数据局_市财政局;市数据局、市财政局;市数据局;市财政局",
                "none;重点任务_牵头单位_配合单位~统一窗口_市数据局_无;市数据局;市数据局;",
                "a slash;重点任务_牵头单位_配合单位~统一窗口_市数据局_／;市数据局;市数据局;",
                "a dash;重点任务_牵头单位_配合单位~统一窗口_市数据局_——;市数据局;市数据局;",
                "a phrase behind the names;重点任务_牵头单位_配合单位~统一窗口_市数据局、市水务局按职责分工负责_市财政局;市数据局、市水务局、市财政局;市数据局、市水务局;市财政局",
                "a note behind a name;序号_重点任务_责任部门~1_统一窗口_市数据局（牵头）、市财政局、市水务局;市数据局、市财政局、市水务局;市数据局;市财政局、市水务局",
                "labels;序号_重点任务_责任部门~1_统一窗口_牵头：市数据局，配合：市财政局、市水务局;市数据局、市财政局、市水务局;市数据局;市财政局、市水务局",
                "nobody leads;序号_重点任务_责任部门~1_统一窗口_市数据局、市财政局;市数据局、市财政局;;",
                "local governments;序号_重点任务_责任部门~1_统一窗口_各县区政府，市数据局;各县区政府、市数据局;;",
                "a line break;序号_重点任务_责任部门_完成时间~1_统一窗口_市数据局~市财政局_2025年底~2_公开进度_市水务局_2025年底;市数据局、市财政局;;",
                "a break inside a name;序号_重点任务_责任部门_完成时间~1_统一窗口_市数据局、市住房和城乡~建设局_2025年底~2_公开进度_市水务局_2025年底;市数据局、市住房和城乡建设局;;"
            })
    void tellsWhoLeadsInTheCellsOfUnits(String name, String table, String units, String lead, String supporting) {
        TaskRecord task = first(table);

        assertThat(task.responsibleUnits()).isEqualTo(list(units));
        assertThat(task.leadUnits()).isEqualTo(list(lead));
        assertThat(task.supportingUnits()).isEqualTo(list(supporting));
    }

    private static TaskRecord first(String table) {
        return (TaskRecord) Recognised.by(new PlanRecogniser(), "样例市任务清单/" + table + "~")
                .findings()
                .records()
                .getFirst();
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String units) {
        return units == null ? List.of() : List.of(units.split("、"));
    }
}
