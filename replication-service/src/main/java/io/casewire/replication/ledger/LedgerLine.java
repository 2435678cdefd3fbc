package io.casewire.replication.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as HTTP shows it.
 *
 * @param revision also its ETag
 * @param lapsed why it no longer holds; null while it does
 * @param closedAt null unless it is closed
 * @param steps null in lists
 */
public record LedgerLine(
        @JsonUnwrapped Obligation obligation,
        long revision,
        @Nullable String lapsed,
        Instant derivedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable List<StepLine> steps) {

    /** A step and the revision it made. */
    record StepLine(@JsonUnwrapped Step step, long revision) {}

    /** As shown in lists. */
    public static LedgerLine brief(Entry entry) {
        return line(entry, null);
    }

    static LedgerLine whole(Entry entry) {
        return line(
                entry,
                entry.steps().stream()
                        .map(taken -> new StepLine(taken.step(), taken.revision()))
                        .toList());
    }

    private static LedgerLine line(Entry entry, @Nullable List<StepLine> steps) {
        return new LedgerLine(
                entry.obligation(),
                entry.revision(),
                entry.lapsed(),
                entry.derivedAt(),
                entry.updatedAt(),
                entry.closedAt().orElse(null),
                steps);
    }
}
