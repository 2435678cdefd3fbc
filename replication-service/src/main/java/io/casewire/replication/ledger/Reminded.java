package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationDueSoon;
import io.casewire.contracts.event.ObligationEvent.ObligationOverdue;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The last reminder of a deadline. Reminders of another day do not count: a deadline that moves is reminded of anew.
 *
 * @param dueOn the deadline it was about
 * @param step so many working days before it; 0 the day after, below 0 so many working days after: the lower, the more urgent
 */
public record Reminded(LocalDate dueOn, int step) {
    /** Where nothing was reminded of. */
    static final int NOTHING = Integer.MAX_VALUE;

    static final String STEP = "step";

    private static final String DAY = "dueOn";

    /** What the event says was reminded of; empty for one that is no reminder. */
    static Optional<Reminded> by(ObligationEvent event) {
        LocalDate dueOn = event.obligation().dueOn();
        Integer step =
                switch (event) {
                    case ObligationDueSoon soon -> soon.step();
                    case ObligationOverdue overdue -> overdue.step() == null ? null : Integer.valueOf(-overdue.step());
                    case ObligationEvent.ObligationDerived _,
                            ObligationEvent.ObligationMoved _,
                            ObligationEvent.ObligationAssuranceChanged _,
                            ObligationEvent.ObligationDueSet _,
                            ObligationEvent.ObligationNoted _,
                            ObligationEvent.ObligationLapsed _ -> null;
                };
        return dueOn == null || step == null ? Optional.empty() : Optional.of(new Reminded(dueOn, step));
    }

    /** The event that tells of it. */
    public ObligationEvent event(ObligationEvent.Obligation obligation, long revision) {
        return step > 0
                ? new ObligationDueSoon(obligation, revision, step)
                : new ObligationOverdue(obligation, revision, -step);
    }

    static @Nullable Document stored(@Nullable Reminded reminded) {
        return reminded == null ? null : new Document(DAY, reminded.dueOn().toString()).append(STEP, reminded.step());
    }

    static @Nullable Reminded read(@Nullable Document stored) {
        return stored == null
                ? null
                : new Reminded(LocalDate.parse(stored.getString(DAY)), stored.getInteger(STEP, NOTHING));
    }
}
