package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.replication.request.Days;
import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as a request gives it: either the day, or so many working days after one.
 *
 * @param on {@code 2026-12-31}
 * @param workingDays 1 to 2,000
 * @param from the day before the first of them
 * @param reason why, required
 */
record DueRequest(
        @Nullable String on,
        @Nullable Integer workingDays,
        @Nullable String from,
        @Nullable String reason) {
    private static final int MAX_WORKING_DAYS = 2000;

    Deadline deadline(WorkingCalendar calendar) {
        String why = Texts.reason(reason, "A deadline is set for a reason.");
        if (on != null && workingDays == null && from == null) {
            return Deadline.day(day("on", on), why);
        }
        if (on == null && workingDays != null && from != null) {
            if (workingDays < 1 || workingDays > MAX_WORKING_DAYS) {
                throw Problems.badRequest("'workingDays' is 1 to " + MAX_WORKING_DAYS + ".");
            }
            return Deadline.counted(workingDays, day("from", from), why, calendar);
        }
        throw Problems.badRequest(
                "A deadline is either 'on', or 'workingDays' with 'from', the day before the first of them.");
    }

    private static LocalDate day(String property, String given) {
        try {
            return Days.day(given);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("'" + property + "' is a day from 1949 to 2099 written 2026-12-31, not '"
                    + Problems.shortened(given) + "'.");
        }
    }
}
