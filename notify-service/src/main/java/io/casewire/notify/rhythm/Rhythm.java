package io.casewire.notify.rhythm;

import io.casewire.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When digests are made: at one time of the day, a local time in a zone. A time that the clock skips is as much later as it skips, of
 * one that it shows twice the first counts.
 *
 * @param at {@code HH:mm}
 * @param on day of the week; null where digests are made by the day
 * @param zone an IANA name
 * @param workdaysOnly none is made on a day that is no working day of China; one by the week is made on the next that is
 */
public record Rhythm(Every every, String at, @Nullable DayOfWeek on, String zone, boolean workdaysOnly) {
    /** More weeks than a holiday may last, and the clock be changed by. */
    private static final int WEEKS_BACK = 4;

    public Rhythm {
        if ((every == Every.WEEK) != (on != null)) {
            throw new IllegalArgumentException("A day of the week is for digests by the week, and they have one.");
        }
    }

    /** The first time after that one, which does not count itself. */
    public Occurrence after(Instant time, WorkingCalendar calendar) {
        LocalDate day = time.atZone(ZoneId.of(zone)).toLocalDate();
        // a skipped time may have moved into the day after
        LocalDate anchor =
                on == null ? day.minusDays(1) : day.minusWeeks(WEEKS_BACK).with(TemporalAdjusters.nextOrSame(on));
        while (true) {
            LocalDate made = on == null ? anchor : workingDayFrom(anchor, calendar);
            Instant at = instant(made);
            if (isMadeOn(made, calendar) && at.isAfter(time)) {
                return new Occurrence(at, workdaysOnly && !calendar.announced(made.getYear()));
            }
            anchor = on == null ? anchor.plusDays(1) : anchor.plusWeeks(1);
        }
    }

    private Instant instant(LocalDate day) {
        return day.atTime(LocalTime.parse(at)).atZone(ZoneId.of(zone)).toInstant();
    }

    private LocalDate workingDayFrom(LocalDate anchor, WorkingCalendar calendar) {
        LocalDate day = anchor;
        while (!isMadeOn(day, calendar)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isMadeOn(LocalDate day, WorkingCalendar calendar) {
        return !workdaysOnly || calendar.isWorkingDay(day);
    }

    /** How often. */
    public enum Every {
        DAY,
        WEEK
    }
}
