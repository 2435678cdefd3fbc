package io.casewire.catalog.adoption;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import org.jspecify.annotations.Nullable;

/** What of an obligation counts; all that is kept of one. */
enum Standing {
    /** Nobody has said anything. */
    UNKNOWN,
    /** Reported on, not closed. */
    OPEN,
    ADOPTED,
    PARTIAL,
    /** Not applicable, or superseded. */
    EXEMPT,
    /** A region of origin's, a part of another one, or one that lapsed. */
    UNCOUNTED;

    static Standing of(ObligationEvent event) {
        Obligation obligation = event.obligation();
        if (event instanceof ObligationLapsed || !obligation.counts()) {
            return UNCOUNTED;
        }
        return switch (obligation.status()) {
            case UNKNOWN -> UNKNOWN;
            case NOT_STARTED, IN_PROGRESS, SUBMITTED, RETURNED, REOPENED -> OPEN;
            case CLOSED -> closed(obligation.outcome());
        };
    }

    private static Standing closed(ObligationEvent.@Nullable Outcome outcome) {
        return switch (outcome) {
            case ADOPTED -> ADOPTED;
            case PARTIAL -> PARTIAL;
            case NOT_APPLICABLE, SUPERSEDED -> EXEMPT;
            // an outcome of a later version
            case null -> OPEN;
        };
    }
}
