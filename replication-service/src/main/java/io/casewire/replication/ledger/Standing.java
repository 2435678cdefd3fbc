package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a line stood from a moment on, beside its steps: what counts of an earlier day need and steps do not tell.
 *
 * @param holds false while it has lapsed
 */
record Standing(Instant at, boolean holds, Role role, Assurance assurance) {
    /**
     * What is known of a line that keeps none: it held since it was derived, as it is now, and one that has lapsed did so when it was
     * changed last.
     */
    static List<Standing> known(Obligation now, boolean holds, Instant derivedAt, Instant updatedAt) {
        Standing derived = new Standing(derivedAt, true, now.role(), now.assurance());
        return holds ? List.of(derived) : List.of(derived, new Standing(updatedAt, false, now.role(), now.assurance()));
    }

    /** Those and how it stands now, where that is another. */
    static List<Standing> and(List<Standing> before, Instant at, boolean holds, Obligation now) {
        Standing last = before.getLast();
        Standing next = new Standing(at, holds, now.role(), now.assurance());
        return next.equals(new Standing(at, last.holds(), last.role(), last.assurance()))
                ? before
                : Stream.concat(before.stream(), Stream.of(next)).toList();
    }
}
