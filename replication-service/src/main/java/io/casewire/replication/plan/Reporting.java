package io.casewire.replication.plan;

import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.event.PlanEvent.ProgressReported;
import io.casewire.contracts.event.PlanEvent.Report;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.plan.ProgressReports.Kept;
import io.casewire.serving.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Takes reports on tasks. */
final class Reporting {
    private final ProgressReports reports;

    Reporting(ProgressReports reports) {
        this.reports = reports;
    }

    /**
     * Takes a report; what was said of the same part before is replaced, and stays in the topic.
     *
     * @param expected the revision the reporter saw, 0 where nothing was reported; null for any
     */
    Kept take(PlannedTask task, Report report, @Nullable Long expected) {
        Kept before = reports.of(List.of(task.task().id())).get(task.task().id());
        long revision = before == null ? 0 : before.revision();
        if (expected != null && expected != revision) {
            throw Problems.refused(
                    HttpStatus.PRECONDITION_FAILED,
                    "revision-outdated",
                    "If-Match names another revision than the present one, " + revision + ".");
        }
        Progress progress = new Progress(
                task.task().id(),
                task.task().title(),
                task.document().id(),
                with(before == null ? List.of() : before.progress().reports(), report));
        ProgressReported event = new ProgressReported(progress, revision + 1, report);
        Envelope<PlanEvent> envelope = Envelope.now(
                event, Ledger.SOURCE, report.at(), UUID.randomUUID().toString(), false);
        if (!reports.write(envelope)) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else reported at the same time; read it again.");
        }
        return new Kept(progress, event.revision());
    }

    /** Done as a whole, all measures are; what was said of them before no longer counts. */
    private static List<Report> with(List<Report> before, Report report) {
        List<Report> after = new ArrayList<>(before);
        after.removeIf(earlier -> report.measure() == null || Objects.equals(earlier.measure(), report.measure()));
        after.add(report);
        after.sort(Comparator.comparing(Report::measure, Comparator.nullsFirst(Comparator.naturalOrder())));
        return after;
    }

    /** By task, what is known of these. */
    Map<TaskId, Kept> of(List<PlannedTask> tasks) {
        return reports.of(tasks.stream().map(task -> task.task().id()).toList());
    }
}
