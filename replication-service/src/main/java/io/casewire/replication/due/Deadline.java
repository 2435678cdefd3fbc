package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.calendar.WorkingDay;
import io.casewire.contracts.event.Due;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline somebody decided on.
 *
 * @param on the day; null to take it back
 * @param reason null only where it is taken back
 * @param workingDays it was counted as; null where the day was given
 * @param countedFrom null as {@code workingDays}
 */
record Deadline(
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable Integer workingDays,
        @Nullable LocalDate countedFrom,
        boolean provisional) {

    static Deadline none(@Nullable String reason) {
        return new Deadline(null, reason, null, null, false);
    }

    static Deadline day(LocalDate on, String reason) {
        return new Deadline(on, reason, null, null, false);
    }

    static Deadline counted(int workingDays, LocalDate from, String reason, WorkingCalendar calendar) {
        WorkingDay on = calendar.plusWorkingDays(from, workingDays);
        return new Deadline(on.day(), reason, workingDays, from, on.provisional());
    }

    Due by(String actor, Instant now) {
        return new Due(Due.Source.COORDINATOR, actor, reason, now, workingDays, countedFrom, provisional);
    }
}
