package io.casewire.replication.plan;

import io.casewire.contracts.event.PlanEvent.Report;
import io.casewire.replication.request.Days;
import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The body of a report on a task, as sent; see {@link Report} for what the parts mean. */
record ProgressRequest(
        @Nullable Integer measure,
        @Nullable Integer percent,
        @Nullable String finishedOn,
        @Nullable String note) {
    private static final int MAX_NOTE = 4000;
    private static final int DONE = 100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Typed; what is done without a day was done on the day of the report, in China. */
    Report report(PlannedTask task, String actor, Instant now) {
        if (percent == null || percent < 0 || percent > DONE) {
            throw Problems.badRequest("'percent' says how far the work has come, 0 to 100; 100 is done.");
        }
        int measures = task.task().measures().size();
        if (measure != null && (measure < 1 || measure > measures)) {
            throw Problems.badRequest(
                    measures == 0
                            ? "The task has no measures: leave 'measure' out."
                            : "'measure' is 1 to " + measures + ", in the order of the plan.");
        }
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        LocalDate finished = Days.parameter("finishedOn", finishedOn);
        if (finished != null && percent < DONE) {
            throw Problems.badRequest("'finishedOn' belongs to work that is done: 'percent' is 100.");
        }
        if (finished != null && finished.isAfter(today)) {
            throw Problems.badRequest("'finishedOn' lies in the future.");
        }
        return new Report(
                measure,
                percent,
                percent < DONE ? null : finished == null ? today : finished,
                Texts.visible("note", note, MAX_NOTE),
                actor,
                now);
    }
}
