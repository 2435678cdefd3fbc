package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Work;
import java.util.Set;

/**
 * A change of what a region says of its own work.
 *
 * @param said the parts that change; the others stay
 * @param values of those parts; null clears one
 */
public record WorkChange(Set<Part> said, Work values) {
    /** Longest name of an office, in UTF-16 units. */
    public static final int MAX_DEPARTMENT = 200;

    /** Longest name of who answers for it. */
    public static final int MAX_PERSON = 100;

    /** Longest remark. */
    public static final int MAX_REMARK = 2000;

    public WorkChange {
        said = Set.copyOf(said);
    }

    /** A part of {@link Work}. */
    public enum Part {
        DEPARTMENT,
        PERSON,
        PLANNED_FINISH,
        PERCENT,
        REMARK
    }

    /** What is said after it. */
    Work on(Work before) {
        return new Work(
                said.contains(Part.DEPARTMENT) ? values.department() : before.department(),
                said.contains(Part.PERSON) ? values.person() : before.person(),
                said.contains(Part.PLANNED_FINISH) ? values.plannedFinish() : before.plannedFinish(),
                said.contains(Part.PERCENT) ? values.percent() : before.percent(),
                said.contains(Part.REMARK) ? values.remark() : before.remark());
    }
}
