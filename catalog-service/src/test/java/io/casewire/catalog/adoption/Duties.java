package io.casewire.catalog.adoption;

import io.casewire.catalog.CaseDraft;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Obligations of invented cases. */
final class Duties {
    private Duties() {}

    /**
     * One obligation.
     *
     * @param of name of the case, as {@link CaseDraft#of} takes it
     * @param region tells it from others of the case
     */
    static Obligation of(String of, String region, Role role, Status status, @Nullable Outcome outcome) {
        return of(of, region, null, role, status, outcome);
    }

    /** The same of a region of a level. */
    static Obligation of(
            String of, String region, @Nullable Level level, Role role, Status status, @Nullable Outcome outcome) {
        return new Obligation(
                ObligationId.derive(of, region),
                CaseDraft.of(of, of).content().id(),
                1,
                of,
                List.of(Domain.TRADE),
                "430000",
                "湖南省",
                role,
                status,
                outcome,
                Assurance.NONE,
                List.of(),
                null,
                null,
                null,
                level,
                level == null ? null : "430000",
                null,
                null,
                null);
    }
}
