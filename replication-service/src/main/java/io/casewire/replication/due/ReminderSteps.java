package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which deadlines have reached which step of reminding on a day. */
final class ReminderSteps {
    private ReminderSteps() {}

    /**
     * Deadlines that have reached a step and none more urgent.
     *
     * @param step as {@link io.casewire.replication.ledger.Reminded#step}
     * @param after they are after that day; null for any
     * @param upTo they are on that day or before
     */
    record Reached(int step, @Nullable LocalDate after, LocalDate upTo) {}

    /** The steps, the most urgent first; no deadline is in two of them. */
    static List<Reached> on(LocalDate today, DueSettings settings, WorkingCalendar calendar) {
        List<Reached> reached = new ArrayList<>();
        LocalDate before = null;
        for (int step : settings.overdueSteps().stream()
                .sorted(Comparator.reverseOrder())
                .toList()) {
            // the step-th working day back from today, today among them, is still after the deadline
            LocalDate upTo =
                    calendar.plusWorkingDays(today.plusDays(1), -step).day().minusDays(1);
            before = add(reached, new Reached(-step, before, upTo));
        }
        before = add(reached, new Reached(0, before, today.minusDays(1)));
        for (int step : settings.steps().stream().sorted().toList()) {
            // on the day before the next working day after them at most so many are left
            LocalDate upTo = calendar.plusWorkingDays(today, step + 1).day().minusDays(1);
            before = add(reached, new Reached(step, before, upTo));
        }
        return reached;
    }

    private static @Nullable LocalDate add(List<Reached> reached, Reached next) {
        if (next.after() == null || next.upTo().isAfter(next.after())) {
            reached.add(next);
            return next.upTo();
        }
        return next.after();
    }
}
