package io.casewire.replication.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import io.casewire.replication.SampleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverdueByUnitTests {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);

    @Test
    void aUnitIsCountedOncePerTaskByTheMostItHasToDo() {
        OverdueByUnit counted = OverdueByUnit.of(
                List.of(
                        task(
                                "甲",
                                "2023-12-30",
                                List.of("商务局"),
                                List.of("海关"),
                                measure("2023-06-30", List.of("海关"), List.of("商务局"))),
                        task("乙", null, List.of("商务局"), List.of(), measure("2023-12-30", List.of(), List.of("海关"))),
                        task("丙", "2023-12-31", List.of("商务局"), List.of()),
                        task("丁", null, List.of("商务局"), List.of(), measure("2023-01-31", List.of(), List.of())),
                        task("戊", "2020-01-01", List.of(), List.of())),
                DAY);
        assertThat(counted.tasks()).isEqualTo(4);
        assertThat(counted.units()).extracting(OverdueByUnit.Unit::name).containsExactly("商务局", "海关");
        assertThat(counted.units()).extracting(OverdueByUnit.Unit::leading).containsExactly(2L, 1L);
        assertThat(counted.units()).extracting(OverdueByUnit.Unit::supporting).containsExactly(0L, 1L);
        assertThat(counted.units().getFirst().tasks())
                .extracting(OverdueByUnit.UnitTask::title)
                .containsExactly("甲", "丁");
        assertThat(counted.withoutUnit())
                .extracting(OverdueByUnit.OverdueTask::title)
                .containsExactly("戊");
    }

    @Test
    void theTasksOfARealPlanComeOutByUnit() throws IOException {
        List<PlannedTask> tasks = tasks("003");
        assertThat(tasks).hasSize(88);
        // 49 tasks by August 2021, 16 by August 2022, 10 by August 2023; 13 without an end
        assertThat(tasks.stream().filter(PlannedTask::ongoing)).hasSize(13);
        assertThat(Stream.of("2021-08-31", "2021-09-01", "2022-09-01", "2023-09-01", "2023-12-31")
                        .map(day ->
                                OverdueByUnit.of(tasks, LocalDate.parse(day)).tasks()))
                .containsExactly(0, 49, 65, 75, 75);
        OverdueByUnit counted = OverdueByUnit.of(tasks, DAY);
        assertThat(counted.withoutUnit()).isEmpty();
        assertThat(counted.units()).hasSize(44).allMatch(unit -> unit.responsible() == 0);
        assertThat(counted.units().stream()
                        .limit(6)
                        .map(unit -> unit.name() + " " + unit.leading() + "+" + unit.supporting()))
                .containsExactly("市发改委 13+14", "岳阳海关 7+16", "市商务粮食局 11+12", "市人民银行 7+15", "市市场监管局 11+10", "市财政局 2+19");
        assertThat(counted.units()).allSatisfy(unit -> assertThat(unit.tasks())
                .hasSize(Math.toIntExact(unit.leading() + unit.supporting()))
                .allMatch(task -> task.due().isBefore(DAY) && !task.title().isBlank()));
    }

    private static List<PlannedTask> tasks(String number) throws IOException {
        String configured = System.getenv("CASEWIRE_CORPUS");
        Path folder = configured != null ? Path.of(configured) : Path.of("../../shared/corpus");
        assumeThat(folder)
                .as("no corpus at %s; set CASEWIRE_CORPUS to test real documents", folder)
                .isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith(number + "_"))
                    .findFirst()
                    .orElseThrow();
            ParsedDocument parsed = new DocumentParser()
                    .parse(Files.readAllBytes(file), file.getFileName().toString());
            DocumentReference reference = DocumentReference.of(parsed.document());
            return parsed.records().stream()
                    .filter(TaskRecord.class::isInstance)
                    .map(record -> PlannedTask.of((TaskRecord) record, 1, reference, null))
                    .toList();
        }
    }

    private static TaskMeasure measure(String date, List<String> leading, List<String> supporting) {
        return new TaskMeasure(1, "措施", leading, supporting, List.of(deadline(date)));
    }

    private static Deadline deadline(String date) {
        return new Deadline("期限", LocalDate.parse(date), false);
    }

    private static PlannedTask task(
            String title,
            @Nullable String date,
            List<String> leading,
            List<String> supporting,
            TaskMeasure... measures) {
        TaskRecord task = new TaskRecord(
                TaskId.derive(title),
                1,
                title,
                List.of(),
                leading,
                supporting,
                date == null ? null : deadline(date),
                List.of(measures),
                null,
                null,
                List.of(),
                new LineRange(1, 1));
        return PlannedTask.of(task, 1, SampleCase.titled("方案").document(), null);
    }
}
