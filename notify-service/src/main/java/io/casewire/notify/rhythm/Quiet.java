package io.casewire.notify.rhythm;

import io.casewire.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When messages wait: from one local time to another, that one exclusive, perhaps of the day after.
 *
 * @param from {@code HH:mm}
 * @param until {@code HH:mm}, another one
 * @param zone an IANA name
 * @param workdaysOnly days that are no working days of China are quiet from midnight to midnight
 * @param urgent whether reminders of deadlines go out all the same
 */
public record Quiet(String from, String until, String zone, boolean workdaysOnly, boolean urgent) {
    /** Longer than any holiday. */
    private static final int DAYS_AHEAD = 60;

    /** When the quiet at that time ends; empty where there is none. */
    public Optional<Instant> endsAfter(Instant now, WorkingCalendar calendar) {
        if (!isQuiet(now, calendar)) {
            return Optional.empty();
        }
        ZoneId local = ZoneId.of(zone);
        LocalDate day = now.atZone(local).toLocalDate();
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            for (Instant end : ends(day.plusDays(ahead), local)) {
                if (end.isAfter(now) && !isQuiet(end, calendar)) {
                    return Optional.of(end);
                }
            }
        }
        return Optional.of(now.plus(Duration.ofDays(1)));
    }

    /** Every instant of that day that quiet may end at, in order. */
    private TreeSet<Instant> ends(LocalDate day, ZoneId local) {
        ZoneRules rules = local.getRules();
        TreeSet<Instant> ends = new TreeSet<>();
        Instant begin = day.atStartOfDay(local).toInstant();
        ends.add(begin);
        for (ZoneOffset offset : rules.getValidOffsets(day.atTime(LocalTime.parse(until)))) {
            ends.add(day.atTime(LocalTime.parse(until)).toInstant(offset));
        }
        ZoneOffsetTransition change = rules.nextTransition(begin.minusMillis(1));
        if (change != null
                && change.getInstant()
                        .isBefore(day.plusDays(1).atStartOfDay(local).toInstant())) {
            ends.add(change.getInstant());
        }
        return ends;
    }

    private boolean isQuiet(Instant time, WorkingCalendar calendar) {
        ZonedDateTime local = time.atZone(ZoneId.of(zone));
        if (workdaysOnly && !calendar.isWorkingDay(local.toLocalDate())) {
            return true;
        }
        LocalTime clock = local.toLocalTime();
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(until);
        boolean begun = !clock.isBefore(begin);
        boolean goesOn = clock.isBefore(end);
        return begin.isBefore(end) ? begun && goesOn : begun || goesOn;
    }
}
