package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What rates count a line as: each line that counts is one of these. */
public enum CountedAs {
    /** Nobody has said anything. */
    UNKNOWN,
    /** Reported on and not closed. */
    OPEN,
    ADOPTED,
    PARTIAL,
    NOT_APPLICABLE,
    SUPERSEDED;

    /**
     * What a line counts as.
     *
     * @throws IllegalStateException for one that is closed without an outcome, which there is not
     */
    public static CountedAs of(Status status, @Nullable Outcome outcome) {
        return switch (status) {
            case UNKNOWN -> UNKNOWN;
            case NOT_STARTED, IN_PROGRESS, SUBMITTED, RETURNED, REOPENED -> OPEN;
            case CLOSED ->
                switch (outcome) {
                    case ADOPTED -> ADOPTED;
                    case PARTIAL -> PARTIAL;
                    case NOT_APPLICABLE -> NOT_APPLICABLE;
                    case SUPERSEDED -> SUPERSEDED;
                    case null -> throw new IllegalStateException("A closed obligation has an outcome");
                };
        };
    }

    /** What the store finds such lines by. */
    Bson condition() {
        return switch (this) {
            case UNKNOWN -> Filters.eq(StoredEntry.STATUS, Status.UNKNOWN.name());
            case OPEN -> Filters.nin(StoredEntry.STATUS, Status.UNKNOWN.name(), Status.CLOSED.name());
            case ADOPTED, PARTIAL, NOT_APPLICABLE, SUPERSEDED ->
                Filters.and(
                        Filters.eq(StoredEntry.STATUS, Status.CLOSED.name()), Filters.eq(StoredEntry.OUTCOME, name()));
        };
    }
}
