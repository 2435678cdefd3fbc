package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody wants to take.
 *
 * @param outcome proposed with {@link Status#SUBMITTED}, decided with {@link Status#CLOSED}
 * @param explanation what has been done so far
 * @param reason why it was returned, reopened or does not apply
 * @param evidence links, document references or files attached to the obligation ({@link AttachedFile#EVIDENCE})
 */
public record Report(
        Status to,
        @Nullable Outcome outcome,
        @Nullable String explanation,
        @Nullable String reason,
        List<String> evidence) {
    /** Longest explanation or reason, in UTF-16 units. */
    public static final int MAX_TEXT = 4000;

    /** Longest piece of evidence. */
    public static final int MAX_ITEM = 1000;

    /** Most pieces of evidence. */
    public static final int MAX_ITEMS = 20;

    public Report {
        evidence = List.copyOf(evidence);
    }
}
