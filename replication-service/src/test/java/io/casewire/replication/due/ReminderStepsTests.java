package io.casewire.replication.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderStepsTests {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.load();
    private static final DueSettings SETTINGS =
            new DueSettings(List.of(20, 5, 1), List.of(10, 3), Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        // deadline, today, step reached
        "2026-03-02, 2026-01-26, ", // 21 working days left
        "2026-03-02, 2026-01-27, 20",
        "2026-03-02, 2026-02-23, 20", // six: 15 to 23 are off, Saturday 28 is worked
        "2026-03-02, 2026-02-24, 5",
        "2026-03-02, 2026-02-27, 5", // two: Saturday is worked
        "2026-03-02, 2026-02-28, 1",
        "2026-03-02, 2026-03-01, 1",
        "2026-03-02, 2026-03-02, 1", // the last day itself
        "2026-03-02, 2026-03-03, 0",
        "2026-03-02, 2026-03-04, 0",
        "2026-03-02, 2026-03-05, -3",
        "2026-03-02, 2026-03-16, -10",
        "2026-03-02, 2030-01-01, -10",
        // a Sunday as deadline: overdue on Monday
        "2026-03-08, 2026-03-06, 1",
        "2026-03-08, 2026-03-09, 0"
    })
    void aDeadlineIsAtTheMostUrgentStepItHasReached(LocalDate dueOn, LocalDate today, Integer step) {
        assertThat(reached(dueOn, today)).isEqualTo(step == null ? List.of() : List.of(step));
    }

    @Test
    void everyDeadlineIsAtOneStepAtMostAndStepsOnlyGetMoreUrgent() {
        LocalDate dueOn = LocalDate.of(2026, 10, 8);
        int before = Integer.MAX_VALUE;
        for (LocalDate day = dueOn.minusDays(60); day.isBefore(dueOn.plusDays(60)); day = day.plusDays(1)) {
            List<Integer> steps = reached(dueOn, day);
            assertThat(steps).as("%s", day).hasSizeLessThan(2);
            int now = steps.isEmpty() ? Integer.MAX_VALUE : steps.getFirst();
            assertThat(now).as("%s", day).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(-10);
    }

    @Test
    void refusesStepsThatAreNone() {
        for (List<Integer> steps : List.of(List.of(0), List.of(5, 5), List.of(251))) {
            assertThatThrownBy(() -> new DueSettings(steps, List.of(), Duration.ofMinutes(1)))
                    .hasMessageContaining("casewire.replication.due.steps");
            assertThatThrownBy(() -> new DueSettings(List.of(), steps, Duration.ofMinutes(1)))
                    .hasMessageContaining("casewire.replication.due.overdue-steps");
        }
        assertThatThrownBy(() -> new DueSettings(List.of(), List.of(), Duration.ZERO))
                .hasMessageContaining("interval");
    }

    private static List<Integer> reached(LocalDate dueOn, LocalDate today) {
        return ReminderSteps.on(today, SETTINGS, CALENDAR).stream()
                .filter(reached -> !dueOn.isAfter(reached.upTo())
                        && (reached.after() == null || dueOn.isAfter(Objects.requireNonNull(reached.after()))))
                .map(ReminderSteps.Reached::step)
                .toList();
    }
}
