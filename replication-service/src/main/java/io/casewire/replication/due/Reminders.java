package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.Reminded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells of deadlines that are near or have passed, once for each line and step: what was sent is written into the line with
 * the event itself, guarded by its revision, so several instances may look at once. After a pause only the most urgent step
 * that a deadline has reached is told.
 */
final class Reminders {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 200;

    private final Entries entries;
    private final WorkingCalendar calendar;
    private final DueSettings settings;
    private final Clock clock;

    Reminders(Entries entries, WorkingCalendar calendar, DueSettings settings, Clock clock) {
        this.entries = entries;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends what is to be sent on this day.
     *
     * @return how many lines it took up; what others changed at the same time is left for the next round
     */
    int send() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        int taken = 0;
        for (ReminderSteps.Reached reached : ReminderSteps.on(today, settings, calendar)) {
            taken += send(reached);
        }
        return taken;
    }

    private int send(ReminderSteps.Reached reached) {
        int taken = 0;
        List<Entry> lines = lines(reached);
        while (!lines.isEmpty()) {
            List<Change> changes = new ArrayList<>();
            lines.forEach(line -> changes.add(change(line, reached.step())));
            taken += lines.size();
            if (!entries.write(changes)) {
                return taken;
            }
            lines = lines.size() < AT_ONCE ? List.of() : lines(reached);
        }
        return taken;
    }

    private List<Entry> lines(ReminderSteps.Reached reached) {
        return entries.toRemind(reached.step(), reached.after(), reached.upTo(), AT_ONCE);
    }

    private Change change(Entry line, int step) {
        LocalDate dueOn = line.obligation().dueOn();
        if (dueOn == null) {
            throw new IllegalStateException(line.id() + " is found by a deadline it does not have");
        }
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reminded reminded = new Reminded(dueOn, step);
        Entry after = line.reminded(reminded, now);
        ObligationEvent event = reminded.event(after.obligation(), after.revision());
        return new Change(
                after,
                line.revision(),
                Envelope.now(event, Ledger.SOURCE, now, UUID.randomUUID().toString(), false));
    }
}
