package io.casewire.replication.calendar;

import io.casewire.calendar.CalendarYear;
import io.casewire.calendar.SpecialDay;
import io.casewire.calendar.WorkingCalendar;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.serving.problem.InvalidParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/calendar")
final class CalendarController {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2099;

    private final WorkingCalendar calendar;
    private final Deadlines deadlines;

    CalendarController(WorkingCalendar calendar, Deadlines deadlines) {
        this.calendar = calendar;
        this.deadlines = deadlines;
    }

    /**
     * A year as it is counted.
     *
     * @param announced false where weekends alone are counted and results are provisional
     * @param notices numbers of the notices the days follow from
     * @param sources {@code casewire} for what is built in, else the operator's file
     * @param daysOff on which nobody works
     * @param makeUpDays Saturdays and Sundays worked
     * @param coverage all years that are announced
     */
    record YearAnswer(
            int year,
            boolean announced,
            List<String> notices,
            List<String> sources,
            List<SpecialDay> daysOff,
            List<SpecialDay> makeUpDays,
            List<Integer> coverage) {}

    /** A year; this one where none is named. */
    @GetMapping
    YearAnswer year(@RequestParam(required = false) @Nullable Integer year) {
        int asked = year == null ? deadlines.today().getYear() : year;
        if (asked < FIRST_YEAR || asked > LAST_YEAR) {
            throw new InvalidParameter("year", "A year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        CalendarYear known = calendar.year(asked);
        List<SpecialDay> days = Stream.concat(known.daysOff().stream(), known.makeUpDays().stream())
                .toList();
        return new YearAnswer(
                asked,
                known.announced(),
                days.stream().map(SpecialDay::notice).distinct().toList(),
                days.stream().map(SpecialDay::source).distinct().toList(),
                known.daysOff(),
                known.makeUpDays(),
                calendar.coverage());
    }
}
