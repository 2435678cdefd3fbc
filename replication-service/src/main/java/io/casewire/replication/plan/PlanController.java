package io.casewire.replication.plan;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.event.PlanEvent.Report;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.TaskId;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.IfMatch;
import io.casewire.replication.plan.ProgressReports.Kept;
import io.casewire.replication.request.Days;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans and the work on them over HTTP. */
@RestController
@RequestMapping("/api/replication/v1")
final class PlanController {
    private static final int MAX_SIZE = 200;

    private final Tasks tasks;
    private final Reporting reporting;
    private final Indicators indicators;
    private final Deadlines deadlines;
    private final Clock clock;

    PlanController(Tasks tasks, Reporting reporting, Indicators indicators, Deadlines deadlines, Clock clock) {
        this.tasks = tasks;
        this.reporting = reporting;
        this.indicators = indicators;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A plan and how many tasks of it stand. */
    record PlanLine(DocumentReference document, long tasks) {}

    /**
     * What was reported of a task.
     *
     * @param revision also its ETag; 0 where nothing was reported
     * @param percent mean over its measures, rounded down
     * @param reports the latest of each part; without note and actor for readers who may not know them
     */
    record ProgressLine(TaskId task, String title, long revision, int percent, List<ReportLine> reports) {}

    /** @param measure null for the task as a whole */
    record ReportLine(
            @Nullable Integer measure,
            int percent,
            @Nullable LocalDate finishedOn,
            @Nullable String note,
            @Nullable String actor,
            Instant at) {}

    /** Plans of which tasks are known. */
    @GetMapping("/plans")
    Page<PlanLine> plans(
            @RequestParam(defaultValue = "100") int size, @RequestParam(required = false) @Nullable String cursor) {
        int asked = Page.size(size, MAX_SIZE);
        return Page.of(
                tasks.plans(Cursor.read(cursor, DocumentId::new), asked + 1),
                asked,
                plan -> plan,
                plan -> plan.document().id().value());
    }

    /** How far a plan has come as of a day, today in China where none is given. */
    @GetMapping("/plans/{id}")
    PlanBoard board(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        LocalDate day = Objects.requireNonNullElseGet(Days.parameter("asOf", asOf), deadlines::today);
        DocumentId document = documentId(id);
        List<PlannedTask> planned = tasks.ofDocument(document);
        if (planned.isEmpty()) {
            throw Problems.notFound("plan", id);
        }
        Map<TaskId, Progress> progress = new LinkedHashMap<>();
        reporting.of(planned).forEach((task, kept) -> progress.put(task, kept.progress()));
        return PlanBoard.of(planned, progress, indicators.of(document), day);
    }

    /** How far a task is, by its measures. */
    @GetMapping("/tasks/{id}/progress")
    ResponseEntity<ProgressLine> progress(@PathVariable String id, Optional<Caller> caller) {
        PlannedTask task = task(id);
        return answer(
                task,
                reporting.of(List.of(task)).get(task.task().id()),
                caller.filter(known -> known.has(Role.COORDINATOR, Role.OPERATOR, Role.AUDITOR))
                        .isPresent());
    }

    /** Takes a report. {@code If-Match} with the ETag read before makes sure nobody was quicker. */
    @PutMapping("/tasks/{id}/progress")
    ResponseEntity<ProgressLine> report(
            @PathVariable String id,
            @RequestBody ProgressRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        PlannedTask task = task(id);
        if (task.withdrawn() != null) {
            throw Problems.refused(HttpStatus.CONFLICT, "task-withdrawn", "The task was withdrawn.");
        }
        // the store keeps milliseconds
        Report report = request.report(task, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return answer(task, reporting.take(task, report, IfMatch.revision(ifMatch)), true);
    }

    private static ResponseEntity<ProgressLine> answer(PlannedTask task, @Nullable Kept kept, boolean whole) {
        long revision = kept == null ? 0 : kept.revision();
        Optional<Progress> progress = Optional.ofNullable(kept).map(Kept::progress);
        List<Part> parts = Part.of(task.task(), progress);
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(revision) + (whole ? "" : "-outline") + '"')
                .body(new ProgressLine(
                        task.task().id(),
                        task.task().title(),
                        revision,
                        parts.stream().mapToInt(Part::percent).sum() / parts.size(),
                        progress.stream()
                                .flatMap(known -> known.reports().stream())
                                .map(report -> line(report, whole))
                                .toList()));
    }

    private static ReportLine line(Report report, boolean whole) {
        return new ReportLine(
                report.measure(),
                report.percent(),
                report.finishedOn(),
                whole ? report.note() : null,
                whole ? report.actor() : null,
                report.at());
    }

    private PlannedTask task(String id) {
        return Stream.of(id)
                .flatMap(given -> taskId(given).stream())
                .flatMap(known -> tasks.find(known).stream())
                .findFirst()
                .orElseThrow(() -> Problems.notFound("task", id));
    }

    private static Optional<TaskId> taskId(String id) {
        try {
            return Optional.of(new TaskId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DocumentId documentId(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("plan", id);
        }
    }
}
