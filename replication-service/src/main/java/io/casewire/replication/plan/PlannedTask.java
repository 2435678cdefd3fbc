package io.casewire.replication.plan;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.TaskRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task with what a plan board sorts and filters by.
 *
 * @param due the earliest day something of it has to be done by; null where nothing of it has a date
 * @param ongoing whether part of it has no end (持续推进)
 * @param units all that lead or take part, in the task or in a measure, each once
 * @param withdrawn the operator's reason; null while it stands
 */
record PlannedTask(
        TaskRecord task,
        long revision,
        @Nullable LocalDate due,
        boolean ongoing,
        List<String> units,
        @Nullable String withdrawn,
        DocumentReference document) {
    PlannedTask {
        units = List.copyOf(units);
    }

    static PlannedTask of(TaskRecord task, long revision, DocumentReference document, @Nullable String withdrawn) {
        LocalDate due = deadlines(task)
                .map(Deadline::date)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new PlannedTask(
                task, revision, due, deadlines(task).anyMatch(Deadline::ongoing), units(task), withdrawn, document);
    }

    /** Whether a date of it had passed on that day; whether it was done, plans do not tell. */
    boolean overdue(LocalDate asOf) {
        return due != null && due.isBefore(asOf);
    }

    private static Stream<Deadline> deadlines(TaskRecord task) {
        return Stream.concat(
                Stream.ofNullable(task.deadline()),
                task.measures().stream().flatMap(measure -> measure.deadlines().stream()));
    }

    private static List<String> units(TaskRecord task) {
        Stream<String> own = Stream.of(task.leadUnits(), task.supportingUnits(), task.responsibleUnits())
                .flatMap(List::stream);
        Stream<String> ofMeasures = task.measures().stream()
                .flatMap(measure -> Stream.of(measure.leadUnits(), measure.supportingUnits()))
                .flatMap(List::stream);
        return Stream.concat(own, ofMeasures).distinct().toList();
    }
}
