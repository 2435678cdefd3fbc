package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
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
