package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Obligation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As much of an entry as counts need. The same comes of the store, of a write here and of an event, in any order.
 *
 * @param obligation without the members of the set it follows from, where it was read for counting
 * @param lapsed whether it no longer holds
 * @param derivedAt when it first followed from the case, or later
 * @param closing the step that closed it; null unless it is closed, and where this revision does not tell
 */
public record LedgerHead(
        Obligation obligation,
        long revision,
        boolean lapsed,
        Instant derivedAt,
        @Nullable Closing closing) {

    /**
     * When it was closed.
     *
     * @param revision of the obligation after the step
     */
    public record Closing(long revision, Instant at) {}
}
