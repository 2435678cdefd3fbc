package io.casewire.replication.plan;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.IndicatorRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan has come: its tasks, who is behind, and its own target lines. Pure.
 *
 * <p>Counted are parts: each measure of a task, or the task itself where it has none. Done is done by the day asked for; percent
 * is what was reported last, whenever that was.
 *
 * @param asOf the day
 * @param total over all tasks
 * @param units by unit, those with most overdue first
 * @param behind tasks of which something is overdue, the earliest due first
 * @param targets empty where the plan prints no rate of tasks to be carried out
 */
record PlanBoard(
        DocumentReference document,
        LocalDate asOf,
        Total total,
        List<UnitTotal> units,
        List<TaskStanding> behind,
        List<TargetLine> targets) {
    PlanBoard {
        units = List.copyOf(units);
        behind = List.copyOf(behind);
        targets = List.copyOf(targets);
    }

    /**
     * Sums.
     *
     * @param tasks how many there are
     * @param parts measures, and tasks without measures
     * @param finished parts done
     * @param late of those, after they were due
     * @param overdue parts due before the day and not done
     * @param ongoing parts without an end; they are never overdue
     * @param undated parts with neither date nor 持续推进
     * @param percent mean over the parts that can be done, whole percent rounded down; null where there are none
     */
    record Total(
            long tasks,
            long parts,
            long finished,
            long late,
            long overdue,
            long ongoing,
            long undated,
            @Nullable Integer percent) {}

    /** A unit's parts, those it leads and those it takes part in apart. */
    record UnitTotal(String unit, Total lead, Total supporting) {}

    /**
     * A task that is behind.
     *
     * @param due the earliest day of what is overdue
     * @param measures which measures are overdue, from 1; empty where the task has none
     * @param percent mean over its parts, rounded down
     */
    record TaskStanding(
            TaskId id,
            @Nullable Integer number,
            String title,
            LocalDate due,
            List<Integer> measures,
            List<String> units,
            int percent) {}

    /** @param tasks of one document, none withdrawn, at least one */
    static PlanBoard of(
            List<PlannedTask> tasks, Map<TaskId, Progress> progress, List<IndicatorRecord> indicators, LocalDate day) {
        Sum total = new Sum(day);
        Map<String, Sum> lead = new TreeMap<>();
        Map<String, Sum> supporting = new TreeMap<>();
        List<TaskStanding> behind = new ArrayList<>();
        List<Part> all = new ArrayList<>();
        for (PlannedTask planned : tasks) {
            TaskId id = planned.task().id();
            List<Part> parts = Part.of(planned.task(), Optional.ofNullable(progress.get(id)));
            all.addAll(parts);
            for (Part part : parts) {
                total.add(id, part);
                part.lead().forEach(unit -> lead.computeIfAbsent(unit, _ -> new Sum(day))
                        .add(id, part));
                part.supporting().forEach(unit -> supporting
                        .computeIfAbsent(unit, _ -> new Sum(day))
                        .add(id, part));
            }
            standing(planned, parts, day).ifPresent(behind::add);
        }
        behind.sort(Comparator.comparing(TaskStanding::due)
                .thenComparing(one -> one.id().value()));
        return new PlanBoard(
                tasks.getFirst().document(),
                day,
                total.total(),
                units(lead, supporting, day),
                behind,
                TargetLine.of(indicators, all, day));
    }

    private static List<UnitTotal> units(Map<String, Sum> lead, Map<String, Sum> supporting, LocalDate day) {
        TreeMap<String, UnitTotal> units = new TreeMap<>();
        Sum nothing = new Sum(day);
        for (Map<String, Sum> side : List.of(lead, supporting)) {
            side.keySet()
                    .forEach(unit -> units.put(
                            unit,
                            new UnitTotal(
                                    unit,
                                    lead.getOrDefault(unit, nothing).total(),
                                    supporting.getOrDefault(unit, nothing).total())));
        }
        return units.values().stream()
                .sorted(Comparator.comparing((UnitTotal unit) -> -unit.lead().overdue())
                        .thenComparing(unit -> -unit.supporting().overdue())
                        .thenComparing(UnitTotal::unit))
                .toList();
    }

    private static Optional<TaskStanding> standing(PlannedTask planned, List<Part> parts, LocalDate day) {
        List<Part> overdue = parts.stream().filter(part -> part.overdue(day)).toList();
        return overdue.stream()
                .map(Part::due)
                .flatMap(due -> Optional.ofNullable(due).stream())
                .min(Comparator.naturalOrder())
                .map(due -> new TaskStanding(
                        planned.task().id(),
                        planned.task().number(),
                        planned.task().title(),
                        due,
                        overdue.stream()
                                .flatMap(part -> Optional.ofNullable(part.measure()).stream())
                                .toList(),
                        overdue.stream()
                                .flatMap(part -> part.lead().stream())
                                .distinct()
                                .toList(),
                        parts.stream().mapToInt(Part::percent).sum() / parts.size()));
    }
}
