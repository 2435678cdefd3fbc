package io.casewire.replication.ledger;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.calendar.WorkingDays;
import io.casewire.replication.ledger.LedgerLine.Time;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How the deadlines of lines stand on a day in China. */
public final class Deadlines {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The day it is in China. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /** As shown in lists. */
    public LedgerLine brief(Entry entry, LocalDate asOf) {
        return LedgerLine.brief(entry).with(time(entry, asOf));
    }

    /** As shown in lists to those who may know what the region says of its work. */
    LedgerLine briefWithWork(Entry entry, LocalDate asOf) {
        return LedgerLine.briefWithWork(entry).with(time(entry, asOf));
    }

    /** With its history and how it stands today, for those who may know all of it. */
    public LedgerLine whole(Entry entry) {
        return LedgerLine.whole(entry).with(time(entry, today()));
    }

    /** With its history as everybody may know it, and how it stands today. */
    LedgerLine outline(Entry entry) {
        return LedgerLine.outline(entry).with(time(entry, today()));
    }

    private @Nullable Time time(Entry entry, LocalDate asOf) {
        LocalDate dueOn = entry.obligation().dueOn();
        if (dueOn == null) {
            return null;
        }
        if (!entry.open()) {
            return new Time(false, null, null);
        }
        WorkingDays left = calendar.workingDaysBetween(asOf, dueOn);
        return new Time(dueOn.isBefore(asOf), left.number(), left.provisional());
    }
}
