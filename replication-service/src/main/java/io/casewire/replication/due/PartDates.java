package io.casewire.replication.due;

import io.casewire.contracts.event.Due;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Parts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Deadlines of parts beside that of the whole. A part that took the whole's over follows it; one that has its own keeps it, but is never
 * due later than the whole.
 */
final class PartDates {
    private static final int ROUNDS = 50;

    private final Entries entries;
    private final Parts parts;

    PartDates(Entries entries, Parts parts) {
        this.entries = entries;
        this.parts = parts;
    }

    /** The line it is a part of, if that has a deadline; empty for what is no part. */
    Optional<Entry> wholeWithDeadline(Entry part) {
        return part.parent()
                .flatMap(entries::find)
                .filter(whole -> whole.active() && whole.obligation().dueOn() != null);
    }

    /** Whether a part that is due that day, null for none, would be due later than the whole. */
    static boolean isLater(@Nullable LocalDate day, Entry whole) {
        LocalDate most = whole.obligation().dueOn();
        return most != null && (day == null || day.isAfter(most));
    }

    /**
     * Brings the deadlines of all parts into line after that of the whole changed.
     *
     * @param before the whole as it was, the same as {@code after} where nothing changed
     * @throws OptimisticLockingFailureException if others changed them faster than they could be written; try again
     */
    void follow(Entry before, Entry after, Instant now, String correlation) {
        for (int round = 0; round < ROUNDS; round++) {
            if (entries.write(changes(before, after, now, correlation))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The parts of " + after.id() + " keep changing");
    }

    private List<Change> changes(Entry before, Entry after, Instant now, String correlation) {
        Map<ObligationId, Entry> wholes = new HashMap<>(Map.of(after.id(), after));
        List<Change> changes = new ArrayList<>();
        for (Entry part : parts.below(after.id())) {
            Entry whole = part.parent().map(wholes::get).orElse(after);
            Entry next = inLine(part, before, whole, now);
            wholes.put(part.id(), next);
            if (next.revision() != part.revision()) {
                changes.add(DueDates.change(part, next, correlation));
            }
        }
        return changes;
    }

    /** @param whole the line it is a part of, as it now is */
    private static Entry inLine(Entry part, Entry before, Entry whole, Instant now) {
        Due due = whole.obligation().due();
        boolean follows =
                hasDeadlineOf(part, before) || isLater(part.obligation().dueOn(), whole);
        return due != null && follows && DueDates.settable(part) && !hasDeadlineOf(part, whole)
                ? part.dueOn(whole.obligation().dueOn(), due, now)
                : part;
    }

    /** The same day, decided on by the same person at the same moment. */
    private static boolean hasDeadlineOf(Entry part, Entry whole) {
        Obligation one = part.obligation();
        Obligation other = whole.obligation();
        return Objects.equals(one.dueOn(), other.dueOn()) && Objects.equals(one.due(), other.due());
    }
}
