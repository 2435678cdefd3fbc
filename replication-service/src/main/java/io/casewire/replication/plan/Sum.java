package io.casewire.replication.plan;

import io.casewire.contracts.id.TaskId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Adds parts of tasks up, as of a day. */
final class Sum {
    private final LocalDate day;
    private final Set<TaskId> tasks = new HashSet<>();
    private long parts;
    private long finished;
    private long late;
    private long overdue;
    private long ongoing;
    private long undated;
    private long countable;
    private long percent;

    Sum(LocalDate day) {
        this.day = day;
    }

    void add(TaskId task, Part part) {
        tasks.add(task);
        parts++;
        if (part.countable()) {
            countable++;
            percent += part.percent();
        }
        if (part.ongoing()) {
            ongoing++;
        } else if (part.due() == null) {
            undated++;
        }
        if (part.finished(day)) {
            finished++;
            late += part.due() != null
                            && part.finishedOn() != null
                            && part.finishedOn().isAfter(part.due())
                    ? 1
                    : 0;
        }
        overdue += part.overdue(day) ? 1 : 0;
    }

    PlanBoard.Total total() {
        return new PlanBoard.Total(
                tasks.size(),
                parts,
                finished,
                late,
                overdue,
                ongoing,
                undated,
                countable == 0 ? null : (int) (percent / countable));
    }
}
