package io.casewire.replication.plan;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task as HTTP shows it: the parts of {@link TaskRecord} and of {@link PlannedTask} side by side. */
record TaskLine(
        TaskId id,
        @Nullable Integer number,
        String title,
        @Nullable LocalDate due,
        boolean ongoing,
        boolean overdue,
        List<String> units,
        List<String> responsibleUnits,
        List<String> leadUnits,
        List<String> supportingUnits,
        @Nullable Deadline deadline,
        List<TaskMeasure> measures,
        @Nullable String target,
        @Nullable String scopeText,
        List<String> path,
        LineRange lines,
        DocumentReference document,
        long revision,
        @Nullable String withdrawn) {

    static TaskLine of(PlannedTask planned, LocalDate asOf) {
        TaskRecord task = planned.task();
        return new TaskLine(
                task.id(),
                task.number(),
                task.title(),
                planned.due(),
                planned.ongoing(),
                planned.overdue(asOf),
                planned.units(),
                task.responsibleUnits(),
                task.leadUnits(),
                task.supportingUnits(),
                task.deadline(),
                task.measures(),
                task.target(),
                task.scopeText(),
                task.path(),
                task.lines(),
                planned.document(),
                planned.revision(),
                planned.withdrawn());
    }
}
