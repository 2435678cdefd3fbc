package io.casewire.replication.statistics;

import io.casewire.contracts.id.CaseId;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Counts of the day that is asked for: of today those in memory, of a past day made anew from the store, for no more than a few who ask
 * at once.
 */
final class AsOf {
    /** A pass holds a line for each obligation, 24 MB of 100,000. */
    private static final int PASSES_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 30;

    private final Tallies present;
    private final Entries entries;
    private final Deadlines deadlines;
    private final Semaphore passes = new Semaphore(PASSES_AT_ONCE);

    AsOf(Tallies present, Entries entries, Deadlines deadlines) {
        this.present = present;
        this.entries = entries;
        this.deadlines = deadlines;
    }

    /**
     * A day as sent, in China; today where none is.
     *
     * @throws InvalidParameter where it is none, is still to come, or is before the first of which the ledger tells
     */
    LocalDate day(@Nullable String asOf) {
        LocalDate today = deadlines.today();
        LocalDate asked = InvalidParameter.read("asOf", asOf, AsOf::parsed);
        if (asked == null || asked.equals(today)) {
            return today;
        }
        LocalDate first = present.firstDay().orElse(today);
        if (asked.isAfter(today) || asked.isBefore(first)) {
            throw InvalidParameter.value(
                    "asOf", asked.toString(), "the ledger tells of the days from " + first + " to today, " + today);
        }
        return asked;
    }

    /** Counts at the end of that day; what the filter takes is among them. */
    Tallies on(LocalDate day, LineFilter filter) {
        return on(day, then -> Tallies.on(then, entries, filter));
    }

    /** The same of these cases. */
    Tallies on(LocalDate day, Collection<CaseId> ids) {
        return on(day, then -> Tallies.on(then, entries, ids));
    }

    private Tallies on(LocalDate day, Function<LocalDate, Tallies> pass) {
        if (day.equals(deadlines.today())) {
            return present;
        }
        try {
            if (!passes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return pass.apply(day);
        } finally {
            passes.release();
        }
    }

    private static RuntimeException busy() {
        return Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy-counting",
                "Others ask for counts of past days, which are made of the whole ledger; ask again soon.");
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
