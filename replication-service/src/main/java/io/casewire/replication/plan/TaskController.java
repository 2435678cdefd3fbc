package io.casewire.replication.plan;

import io.casewire.contracts.id.TaskId;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
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

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    Page<TaskLine> list(
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean ongoing,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Tasks.Filter filter =
                new Tasks.Filter(InvalidParameter.read("due_before", dueBefore, Days::read), unit, ongoing);
        int asked = Page.size(size, MAX_SIZE);
        return Page.of(
                tasks.page(filter, Cursor.read(cursor, Tasks.Place::parse), asked + 1),
                asked,
                TaskLine::of,
                task -> Tasks.Place.of(task).toString());
    }

    @GetMapping("/{id}")
    ResponseEntity<TaskLine> one(@PathVariable String id) {
        PlannedTask task = tasks.find(id(id)).orElseThrow(() -> Problems.notFound("task", id));
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(task.revision()) + '"')
                .body(TaskLine.of(task));
    }

    private static TaskId id(String id) {
        try {
            return new TaskId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("task", id);
        }
    }
}
