package io.casewire.replication.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.request.Days;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/tasks")
final class TaskController {
    private static final int MAX_SIZE = 500;
    private final Tasks tasks;
    private final Deadlines deadlines;

    TaskController(Tasks tasks, Deadlines deadlines) {
        this.tasks = tasks;
        this.deadlines = deadlines;
    }

    /** Tasks of plans that fit. */
    @GetMapping
    Page<TaskLine> list(
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean ongoing,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        LocalDate day = asOf(asOf);
        LocalDate before = Days.parameter("due_before", dueBefore);
        Tasks.Filter filter = new Tasks.Filter(
                Boolean.TRUE.equals(overdue) && (before == null || before.isAfter(day)) ? day : before,
                Boolean.FALSE.equals(overdue) ? day : null,
                unit,
                ongoing);
        int asked = Page.size(size, MAX_SIZE);
        return Page.of(
                tasks.page(filter, Cursor.read(cursor, Tasks.Place::parse), asked + 1),
                asked,
                task -> TaskLine.of(task, day),
                task -> Tasks.Place.of(task).toString());
    }

    /** Tasks of which a date had passed on that day, today in China where none is given, by the units that have to do them. */
    @GetMapping("/overdue-by-unit")
    OverdueByUnit overdueByUnit(@RequestParam(required = false) @Nullable String asOf) {
        LocalDate day = asOf(asOf);
        return OverdueByUnit.of(tasks.overdue(day), day);
    }

    private LocalDate asOf(@Nullable String given) {
        LocalDate day = Days.parameter("asOf", given);
        return day == null ? deadlines.today() : day;
    }

    /** A task with its measures and who leads. */
    @GetMapping("/{id}")
    ResponseEntity<TaskLine> one(@PathVariable String id) {
        PlannedTask task = tasks.find(id(id)).orElseThrow(() -> Problems.notFound("task", id));
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(task.revision()) + '"')
                .body(TaskLine.of(task, deadlines.today()));
    }

    private static TaskId id(String id) {
        try {
            return new TaskId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("task", id);
        }
    }
}
