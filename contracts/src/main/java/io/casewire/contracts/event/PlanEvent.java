package io.casewire.contracts.event;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of the work on a plan. Made by replication on {@code casewire.plan}, which restores itself from there: people's
 * reports stand nowhere else.
 */
public sealed interface PlanEvent extends Event {
    /** The work on the task at this revision. */
    Progress progress();

    @Override
    default String key() {
        return progress().task().value();
    }

    /** Somebody reported how far the work on a task has come; {@code report} is what is new. */
    record ProgressReported(Progress progress, long revision, Report report) implements PlanEvent {}

    /**
     * How far the work on a task has come.
     *
     * @param document the plan it stands in
     * @param reports the latest of each part that was reported on, the whole first, then by measure
     */
    record Progress(TaskId task, String title, DocumentId document, List<Report> reports) {
        public Progress {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A report.
     *
     * @param measure which measure of the task, from 1 in printed order; null for the task as a whole
     * @param percent 0 to 100; 100 is done
     * @param finishedOn the day it was done; null unless {@code percent} is 100
     * @param note what was done, in the reporter's words
     * @param actor token subject of who reported
     */
    record Report(
            @Nullable Integer measure,
            int percent,
            @Nullable LocalDate finishedOn,
            @Nullable String note,
            String actor,
            Instant at) {
        public Report {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("percent is " + percent + "; it is 0 to 100");
            }
        }
    }
}
