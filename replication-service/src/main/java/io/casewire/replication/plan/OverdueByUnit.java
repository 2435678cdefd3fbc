package io.casewire.replication.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Tasks of which a date had passed on a day, by the units that have to do them. Whether they were done, plans do not tell.
 *
 * @param tasks how many tasks
 * @param units those named, the one with the most tasks first
 * @param withoutUnit tasks that name nobody for what is overdue
 */
record OverdueByUnit(LocalDate asOf, int tasks, List<Unit> units, List<OverdueTask> withoutUnit) {
    OverdueByUnit {
        units = List.copyOf(units);
        withoutUnit = List.copyOf(withoutUnit);
    }

    /** How a unit takes part in what is overdue; if in several ways, the first of these. */
    enum Part {
        LEADING,
        SUPPORTING,
        /** The document does not tell who leads. */
        RESPONSIBLE
    }

    /**
     * A unit, named as printed.
     *
     * @param leading tasks of which it leads something overdue
     * @param supporting tasks in which it only takes part
     * @param responsible tasks in which the document does not tell who leads
     */
    record Unit(String name, long leading, long supporting, long responsible, List<UnitTask> tasks) {
        Unit {
            tasks = List.copyOf(tasks);
        }

        private static Unit of(String name, List<UnitTask> tasks) {
            return new Unit(
                    name,
                    number(tasks, Part.LEADING),
                    number(tasks, Part.SUPPORTING),
                    number(tasks, Part.RESPONSIBLE),
                    tasks);
        }

        private static long number(List<UnitTask> tasks, Part part) {
            return tasks.stream().filter(task -> task.part() == part).count();
        }
    }

    /** A task of a unit. */
    record UnitTask(TaskId id, String title, LocalDate due, Part part) {}

    /** @param due the earliest of its dates */
    record OverdueTask(TaskId id, String title, LocalDate due) {}

    static OverdueByUnit of(Collection<PlannedTask> tasks, LocalDate asOf) {
        Map<String, List<UnitTask>> byUnit = new LinkedHashMap<>();
        List<OverdueTask> withoutUnit = new ArrayList<>();
        int number = 0;
        for (PlannedTask planned : tasks) {
            LocalDate due = planned.due();
            if (!planned.overdue(asOf) || due == null) {
                continue;
            }
            number++;
            TaskRecord task = planned.task();
            Map<String, Part> parts = parts(task, asOf);
            parts.forEach((unit, part) -> byUnit.computeIfAbsent(unit, _ -> new ArrayList<>())
                    .add(new UnitTask(task.id(), task.title(), due, part)));
            if (parts.isEmpty()) {
                withoutUnit.add(new OverdueTask(task.id(), task.title(), due));
            }
        }
        return new OverdueByUnit(
                asOf,
                number,
                byUnit.entrySet().stream()
                        .map(unit -> Unit.of(unit.getKey(), unit.getValue()))
                        .sorted(Comparator.comparingInt(
                                        (Unit unit) -> unit.tasks().size())
                                .reversed()
                                .thenComparing(Unit::name))
                        .toList(),
                withoutUnit);
    }

    /** Who has to do what of the task is overdue. */
    private static Map<String, Part> parts(TaskRecord task, LocalDate asOf) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (hasPassed(Stream.ofNullable(task.deadline()), asOf)) {
            add(parts, ofTask(task));
        }
        for (TaskMeasure measure : task.measures()) {
            if (hasPassed(measure.deadlines().stream(), asOf)) {
                Map<String, Part> own = new LinkedHashMap<>();
                measure.leadUnits().forEach(unit -> own.put(unit, Part.LEADING));
                measure.supportingUnits().forEach(unit -> own.putIfAbsent(unit, Part.SUPPORTING));
                add(parts, own.isEmpty() ? ofTask(task) : own);
            }
        }
        return parts;
    }

    private static Map<String, Part> ofTask(TaskRecord task) {
        Map<String, Part> parts = new LinkedHashMap<>();
        task.leadUnits().forEach(unit -> parts.put(unit, Part.LEADING));
        task.supportingUnits().forEach(unit -> parts.putIfAbsent(unit, Part.SUPPORTING));
        task.responsibleUnits().forEach(unit -> parts.putIfAbsent(unit, Part.RESPONSIBLE));
        return parts;
    }

    private static void add(Map<String, Part> parts, Map<String, Part> more) {
        more.forEach((unit, part) -> parts.merge(unit, part, BinaryOperator.minBy(Comparator.naturalOrder())));
    }

    private static boolean hasPassed(Stream<Deadline> deadlines, LocalDate asOf) {
        Optional<LocalDate> first =
                deadlines.map(Deadline::date).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return first.filter(day -> day.isBefore(asOf)).isPresent();
    }
}
