package io.casewire.replication.ledger;

import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps that a later instrument takes: closing what it takes the place of, and opening it again. */
final class LaterInstrument {
    /** Who takes the steps that follow from documents. */
    private static final String SYSTEM = "casewire";

    private LaterInstrument() {}

    /** The step to be taken; empty where none is. See {@link Entry#supersededAs}. */
    static Optional<Step> step(Entry entry, Obligation next, Instant now) {
        Superseding later = next.basis() == null ? null : next.basis().supersededBy();
        if (later != null && entry.active() && entry.obligation().status() != Status.CLOSED && !reopenedByHand(entry)) {
            String by = later.instrument() == null || later.instrument().number() == null
                    ? later.caseId().value()
                    : later.instrument().number();
            return Optional.of(new Step(
                    entry.obligation().status(),
                    Status.CLOSED,
                    Outcome.SUPERSEDED,
                    SYSTEM,
                    now,
                    null,
                    "Superseded by " + by + " of " + later.day(),
                    List.of(later.caseId().value())));
        }
        if (later == null && entry.active() && entry.obligation().outcome() == Outcome.SUPERSEDED) {
            return Optional.of(new Step(
                    Status.CLOSED,
                    Status.REOPENED,
                    null,
                    SYSTEM,
                    now,
                    null,
                    "What superseded it no longer does",
                    List.of()));
        }
        return Optional.empty();
    }

    /** Whether a person took back the close-out by a later instrument: it is not closed for that again. */
    private static boolean reopenedByHand(Entry entry) {
        for (int i = entry.steps().size() - 1; i > 0; i--) {
            if (entry.steps().get(i - 1).step().outcome() == Outcome.SUPERSEDED) {
                return !SYSTEM.equals(entry.steps().get(i).step().actor());
            }
        }
        return false;
    }
}
