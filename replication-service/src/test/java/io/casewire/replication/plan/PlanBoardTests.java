package io.casewire.replication.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.event.PlanEvent.Report;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.replication.SampleCase;
import io.casewire.replication.plan.PlanBoard.TaskStanding;
import io.casewire.replication.plan.PlanBoard.Total;
import io.casewire.replication.plan.PlanBoard.UnitTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanBoardTests {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);

    private final PlannedTask divided = planned(
            "深化通关改革",
            date("2023-12-31"),
            measure(List.of("市口岸办"), date("2022-06-30")),
            measure(List.of(), date("2023-06-30"), date("2023-10-31")),
            measure(List.of("市税务局")));
    private final PlannedTask whole = planned("设立服务窗口", date("2023-03-31"));
    private final PlannedTask ongoing = planned("优化营商环境", new Deadline("持续推进", null, true));

    @Test
    void eachMeasureCountsByItsOwnDateAndUnitsAndElseByTheTasks() {
        assertThat(Part.of(divided.task(), Optional.empty()))
                .extracting(Part::due)
                .containsExactly(LocalDate.of(2022, 6, 30), LocalDate.of(2023, 10, 31), LocalDate.of(2023, 12, 31));
        assertThat(Part.of(divided.task(), Optional.empty()))
                .extracting(Part::lead)
                .containsExactly(List.of("市口岸办"), List.of("市商务局"), List.of("市税务局"));
    }

    @Test
    void whoIsBehindIsToldByUnitAndTask() {
        PlanBoard board = board(Map.of(), DAY);
        assertThat(board.total()).isEqualTo(new Total(3, 5, 0, 0, 3, 1, 0, 0));
        assertThat(board.units()).extracting(UnitTotal::unit).containsExactly("市商务局", "市口岸办", "市司法局", "市税务局");
        assertThat(board.units().getFirst().lead().overdue()).isEqualTo(2);
        assertThat(board.behind())
                .containsExactly(
                        new TaskStanding(
                                divided.task().id(),
                                1,
                                "深化通关改革",
                                LocalDate.of(2022, 6, 30),
                                List.of(1, 2),
                                List.of("市口岸办", "市商务局"),
                                0),
                        new TaskStanding(
                                whole.task().id(),
                                1,
                                "设立服务窗口",
                                LocalDate.of(2023, 3, 31),
                                List.of(),
                                List.of("市商务局"),
                                0));
    }

    @Test
    void whatIsDoneLateIsDoneAndLate() {
        Progress progress =
                progress(divided, report(1, 100, "2022-05-01"), report(2, 100, "2023-11-15"), report(3, 40, null));
        PlanBoard board = board(Map.of(divided.task().id(), progress), DAY);
        assertThat(board.total()).isEqualTo(new Total(3, 5, 2, 1, 1, 1, 0, 60));
        assertThat(board.behind()).extracting(TaskStanding::title).containsExactly("设立服务窗口");
        // on a day before it was done, it was not
        PlanBoard before = board(Map.of(divided.task().id(), progress), LocalDate.of(2023, 11, 1));
        assertThat(before.behind()).extracting(TaskStanding::measures).containsExactly(List.of(), List.of(2));
    }

    @Test
    void aReportOfTheWholeHoldsForMeasuresNobodyReportedOn() {
        Progress progress = progress(divided, report(null, 50, null), report(1, 100, "2022-05-01"));
        assertThat(Part.of(divided.task(), Optional.of(progress)))
                .extracting(Part::percent)
                .containsExactly(100, 50, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-30, 2023, ,      ",
        "2022-06-30, 2022, 25.0,  false",
        "2023-12-31, 2021, 0.0,   false",
        "2023-12-31, 2022, 25.0,  false",
        "2023-12-31, 2023, 75.0,  true",
    })
    void thePlansOwnTargetsAreHeldAgainstWhatWasDoneByTheEndOfEachYear(
            LocalDate day, int year, @Nullable String actual, @Nullable String met) {
        Progress progress = progress(
                divided, report(1, 100, "2022-05-01"), report(2, 100, "2023-10-15"), report(3, 100, "2023-12-31"));
        assertThat(board(Map.of(divided.task().id(), progress), day).targets())
                .singleElement()
                .satisfies(line -> assertThat(line.points())
                        .filteredOn(point -> point.year() == year)
                        .singleElement()
                        .satisfies(point -> {
                            // the ongoing task cannot be done
                            assertThat(point.of()).isEqualTo(4);
                            assertThat(point.actual()).isEqualTo(actual == null ? null : new BigDecimal(actual));
                            assertThat(point.met()).isEqualTo(met == null ? null : Boolean.valueOf(met));
                        }));
    }

    @ParameterizedTest
    @CsvSource({"改革任务落实率, 1", "重点任务按期完成率, 1", "创新举措实施率, 1", "税收增长率, 0", "提交任务案例数, 0"})
    void onlyAShareOfTasksCarriedOutIsATargetOfTasks(String name, int lines) {
        assertThat(TargetLine.of(List.of(indicator(name)), Part.of(whole.task(), Optional.empty()), DAY))
                .hasSize(lines);
    }

    private PlanBoard board(Map<TaskId, Progress> progress, LocalDate day) {
        return PlanBoard.of(List.of(divided, whole, ongoing), progress, List.of(indicator("改革任务落实率")), day);
    }

    private static IndicatorRecord indicator(String name) {
        return new IndicatorRecord(
                EvidenceId.derive(name),
                "制度创新",
                name,
                "%",
                List.of(
                        new Target("全市", "2023年70%以上", 2023, new BigDecimal(70), Bound.AT_LEAST),
                        new Target("全市", "2021年10%", 2021, BigDecimal.TEN, Bound.EXACT),
                        new Target("全市", "2022年50%以上", 2022, new BigDecimal(50), Bound.AT_LEAST)),
                new LineRange(1, 1));
    }

    private static Progress progress(PlannedTask task, Report... reports) {
        return new Progress(
                task.task().id(), task.task().title(), task.document().id(), List.of(reports));
    }

    private static Report report(@Nullable Integer measure, int percent, @Nullable String finished) {
        return new Report(
                measure,
                percent,
                finished == null ? null : LocalDate.parse(finished),
                null,
                "王芳",
                Instant.parse("2024-01-01T00:00:00Z"));
    }

    private static Deadline date(String day) {
        return new Deadline(day, LocalDate.parse(day), false);
    }

    private static TaskMeasure measure(List<String> lead, Deadline... deadlines) {
        return new TaskMeasure(null, "做好。", lead, List.of(), List.of(deadlines));
    }

    private static PlannedTask planned(String title, Deadline deadline, TaskMeasure... measures) {
        return PlannedTask.of(
                new TaskRecord(
                        TaskId.derive(title),
                        1,
                        title,
                        List.of("市商务局", "市司法局"),
                        List.of("市商务局"),
                        List.of("市司法局"),
                        deadline,
                        List.of(measures),
                        null,
                        null,
                        List.of(),
                        new LineRange(1, 2)),
                1,
                SampleCase.titled("方案").document(),
                null);
    }
}
