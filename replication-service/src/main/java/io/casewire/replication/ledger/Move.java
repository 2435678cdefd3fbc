package io.casewire.replication.ledger;

import static io.casewire.contracts.event.ObligationEvent.Status.CLOSED;
import static io.casewire.contracts.event.ObligationEvent.Status.IN_PROGRESS;
import static io.casewire.contracts.event.ObligationEvent.Status.NOT_STARTED;
import static io.casewire.contracts.event.ObligationEvent.Status.REOPENED;
import static io.casewire.contracts.event.ObligationEvent.Status.RETURNED;
import static io.casewire.contracts.event.ObligationEvent.Status.SUBMITTED;
import static io.casewire.contracts.event.ObligationEvent.Status.UNKNOWN;

import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The state machine of the ledger: every step there is, from where, and on whose side it lies. */
enum Move {
    /** The region has seen it. */
    ACKNOWLEDGE(NOT_STARTED, Side.REPORTER, UNKNOWN),
    /** Work goes on, for the first time or again. */
    START(IN_PROGRESS, Side.REPORTER, UNKNOWN, NOT_STARTED, RETURNED, REOPENED),
    /** Reported done. */
    SUBMIT(SUBMITTED, Side.REPORTER, IN_PROGRESS, RETURNED, REOPENED),
    /** Reported as not applicable without work: there is nothing to begin with. */
    DECLINE(SUBMITTED, Side.REPORTER, UNKNOWN, NOT_STARTED),
    /** 销号. */
    CLOSE(CLOSED, Side.REVIEWER, SUBMITTED),
    /** 退回. */
    RETURN(RETURNED, Side.REVIEWER, SUBMITTED),
    /** The close-out no longer holds. */
    REOPEN(REOPENED, Side.REVIEWER, CLOSED);

    /** Who takes a step. */
    enum Side {
        /** Speaks for the region. */
        REPORTER,
        /** Checks what the region said. */
        REVIEWER
    }

    private final Status to;
    private final Side side;
    private final Set<Status> from;

    Move(Status to, Side side, Status first, Status... others) {
        this.to = to;
        this.side = side;
        this.from = EnumSet.of(first, others);
    }

    Side side() {
        return side;
    }

    /** The step that leads from one status to the other; empty if none does. */
    static Optional<Move> between(Status from, Status to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to && move.from.contains(from))
                .findFirst();
    }

    /** On whose side steps to that status lie; empty for {@link Status#UNKNOWN}, which nothing leads to. */
    static Optional<Side> sideOf(Status to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to)
                .map(Move::side)
                .findFirst();
    }
}
