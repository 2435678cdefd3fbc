package io.casewire.replication.plan;

import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.event.PlanEvent.Report;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a task: each of its measures, or the task itself where it has none. Pure.
 *
 * @param measure from 1 in printed order; null for a task without measures
 * @param due the last day that still meets all of it; null where none is printed
 * @param ongoing whether it has no end (持续推进)
 * @param lead units that lead; all that are named where the document does not tell them apart
 * @param supporting units that take part
 * @param percent 0 to 100 by the latest report; 0 where there is none
 * @param finishedOn null unless it is done
 */
record Part(
        @Nullable Integer measure,
        @Nullable LocalDate due,
        boolean ongoing,
        List<String> lead,
        List<String> supporting,
        int percent,
        @Nullable LocalDate finishedOn) {
    Part {
        lead = List.copyOf(lead);
        supporting = List.copyOf(supporting);
    }

    /** The parts of a task, with what was reported of each or, where nothing was, of the whole. */
    static List<Part> of(TaskRecord task, Optional<Progress> progress) {
        List<Report> reports = progress.map(Progress::reports).orElse(List.of());
        Optional<Report> whole = reported(reports, null);
        List<String> lead = task.leadUnits().isEmpty() ? task.responsibleUnits() : task.leadUnits();
        List<Deadline> own = Stream.ofNullable(task.deadline()).toList();
        if (task.measures().isEmpty()) {
            return List.of(part(null, own, lead, task.supportingUnits(), whole));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < task.measures().size(); i++) {
            TaskMeasure measure = task.measures().get(i);
            boolean named = !measure.leadUnits().isEmpty();
            parts.add(part(
                    i + 1,
                    measure.deadlines().isEmpty() ? own : measure.deadlines(),
                    named ? measure.leadUnits() : lead,
                    named ? measure.supportingUnits() : task.supportingUnits(),
                    reported(reports, i + 1).or(() -> whole)));
        }
        return parts;
    }

    private static Optional<Report> reported(List<Report> reports, @Nullable Integer measure) {
        return reports.stream()
                .filter(report -> Objects.equals(report.measure(), measure))
                .findFirst();
    }

    private static Part part(
            @Nullable Integer measure,
            List<Deadline> deadlines,
            List<String> lead,
            List<String> supporting,
            Optional<Report> report) {
        return new Part(
                measure,
                deadlines.stream()
                        .map(Deadline::date)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                deadlines.stream().anyMatch(Deadline::ongoing),
                lead,
                supporting,
                report.map(Report::percent).orElse(0),
                report.map(Report::finishedOn).orElse(null));
    }

    /** Done on that day or before. */
    boolean finished(LocalDate day) {
        return finishedOn != null && !finishedOn.isAfter(day);
    }

    /** Due before that day and not done by then. */
    boolean overdue(LocalDate day) {
        return due != null && due.isBefore(day) && !finished(day);
    }

    /** Whether it can be done at all: what goes on without a date cannot. */
    boolean countable() {
        return due != null || !ongoing;
    }
}
