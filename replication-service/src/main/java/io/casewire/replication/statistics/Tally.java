package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts obligations of adopters towards an {@link AdoptionRate}. */
final class Tally {
    private long unknown;
    private long open;
    private long adopted;
    private long partial;
    private long notApplicable;
    private long superseded;

    void add(Status status, @Nullable Outcome outcome, long count) {
        switch (status) {
            case UNKNOWN -> unknown += count;
            case NOT_STARTED, IN_PROGRESS, SUBMITTED, RETURNED, REOPENED -> open += count;
            case CLOSED -> closed(outcome, count);
        }
    }

    AdoptionRate rate() {
        return AdoptionRate.of(unknown, open, adopted, partial, notApplicable, superseded);
    }

    /** The same, the levels of regions apart. */
    static final class ByLevel {
        private final Map<Level, Tally> levels = new EnumMap<>(Level.class);

        /** @param level null in entries that are older than levels, which were of provinces */
        void add(@Nullable Level level, Status status, @Nullable Outcome outcome, long count) {
            levels.computeIfAbsent(level == null ? Level.PROVINCE : level, any -> new Tally())
                    .add(status, outcome, count);
        }

        /** The highest level first; levels of which nothing is asked are absent. */
        List<AdoptionRate> rates() {
            return levels.entrySet().stream()
                    .map(level -> level.getValue().rate().at(level.getKey()))
                    .toList();
        }
    }

    private void closed(@Nullable Outcome outcome, long count) {
        switch (outcome) {
            case ADOPTED -> adopted += count;
            case PARTIAL -> partial += count;
            case NOT_APPLICABLE -> notApplicable += count;
            case SUPERSEDED -> superseded += count;
            case null -> throw new IllegalStateException("A closed obligation has an outcome");
        }
    }
}
