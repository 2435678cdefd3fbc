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
    ACKNOWLEDGE(NOT_STARTED, Side.REPORTER),
    /** Work goes on, for the first time or again. */
    START(IN_PROGRESS, Side.REPORTER),
    /** 撤回: the report is taken back before anybody reviewed it. */
    RECALL(IN_PROGRESS, Side.REPORTER),
    /** Reported done. */
    SUBMIT(SUBMITTED, Side.REPORTER),
    /** Reported as not applicable without work: there is nothing to begin with. */
    DECLINE(SUBMITTED, Side.REPORTER),
    /** 销号. */
    CLOSE(CLOSED, Side.REVIEWER),
    /** 退回. */
    RETURN(RETURNED, Side.REVIEWER),
    /** The close-out no longer holds. */
    REOPEN(REOPENED, Side.REVIEWER);

    /** Who takes a step. */
    enum Side {
        /** Speaks for the region. */
        REPORTER,
        /** Checks what the region said. */
        REVIEWER
    }

    private final Status to;
    private final Side side;

    Move(Status to, Side side) {
        this.to = to;
        this.side = side;
    }

    /** Where it leads from. */
    private Set<Status> from() {
        return switch (this) {
            case ACKNOWLEDGE -> EnumSet.of(UNKNOWN);
            case START -> EnumSet.of(UNKNOWN, NOT_STARTED, RETURNED, REOPENED);
            case SUBMIT -> EnumSet.of(IN_PROGRESS, RETURNED, REOPENED);
            case DECLINE -> EnumSet.of(UNKNOWN, NOT_STARTED);
            case CLOSE, RETURN, RECALL -> EnumSet.of(SUBMITTED);
            case REOPEN -> EnumSet.of(CLOSED);
        };
    }

    Side side() {
        return side;
    }

    /** The step that leads from one status to the other; empty if none does. */
    static Optional<Move> between(Status from, Status to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to && move.from().contains(from))
                .findFirst();
    }

    /** Where steps lead from that status. */
    static Set<Status> from(Status from) {
        EnumSet<Status> next = EnumSet.noneOf(Status.class);
        Arrays.stream(values()).filter(move -> move.from().contains(from)).forEach(move -> next.add(move.to));
        return next;
    }

    /** On whose side steps to that status lie; empty for {@link Status#UNKNOWN}, which nothing leads to. */
    static Optional<Side> sideOf(Status to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to)
                .map(Move::side)
                .findFirst();
    }
}
