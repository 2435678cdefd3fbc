package io.casewire.replication.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.replication.ledger.Entry.TakenStep;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry as HTTP shows it.
 *
 * @param revision also its ETag
 * @param lapsed why it no longer holds; null while it does
 * @param closedAt null unless it is closed
 * @param steps null in lists
 * @param outline true where the reader may not know what was reported: the steps lack actor, explanation, reason and evidence;
 *     otherwise null
 * @param time how the deadline stands; null where there is none and where it was not asked for
 */
public record LedgerLine(
        @JsonUnwrapped Obligation obligation,
        long revision,
        @Nullable String lapsed,
        Instant derivedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable List<StepLine> steps,
        @Nullable Boolean outline,
        @JsonUnwrapped @Nullable Time time) {

    /**
     * How the deadline of a line stands on a day.
     *
     * @param overdue whether it has passed and the region still has to act; what it submitted waits for the reviewer
     * @param workingDaysLeft working days after that day up to the deadline, 0 or less where none is left; null where the region has nothing to do
     * @param workingDaysProvisional whether they are counted through a year whose holidays are not announced; null as they
     */
    record Time(
            boolean overdue,
            @Nullable Long workingDaysLeft,
            @Nullable Boolean workingDaysProvisional) {}

    /** A step and the revision it made. */
    record StepLine(@JsonUnwrapped Step step, long revision) {}

    /** As shown in lists. */
    public static LedgerLine brief(Entry entry) {
        return line(entry, entry.obligation().outline(), null, null);
    }

    /** With its history, for those who may know all of it. */
    public static LedgerLine whole(Entry entry) {
        return line(entry, entry.obligation(), steps(entry, TakenStep::step), null);
    }

    /** With its history as everybody may know it. */
    static LedgerLine outline(Entry entry) {
        return line(
                entry,
                entry.obligation().outline(),
                steps(entry, taken -> taken.step().outline()),
                true);
    }

    LedgerLine with(@Nullable Time next) {
        return new LedgerLine(obligation, revision, lapsed, derivedAt, updatedAt, closedAt, steps, outline, next);
    }

    private static List<StepLine> steps(Entry entry, Function<TakenStep, Step> shown) {
        return entry.steps().stream()
                .map(taken -> new StepLine(shown.apply(taken), taken.revision()))
                .toList();
    }

    private static LedgerLine line(
            Entry entry, Obligation shown, @Nullable List<StepLine> steps, @Nullable Boolean outline) {
        return new LedgerLine(
                shown,
                entry.revision(),
                entry.lapsed(),
                entry.derivedAt(),
                entry.updatedAt(),
                entry.closedAt().orElse(null),
                steps,
                outline,
                null);
    }
}
