package io.casewire.replication.ledger;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what a region reported: explanations, reasons, evidence handed in, and who took each step. Everybody else sees
 * where each region stands and counts.
 */
public final class Disclosure {
    private final Gazetteer gazetteer;

    public Disclosure(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The region's own people, those of the zone, prefecture or province it lies in, and those who review, run or audit the ledger.
     */
    public boolean to(Optional<Caller> caller, String regionCode) {
        return caller.filter(known -> known.has(Role.COORDINATOR, Role.OPERATOR, Role.AUDITOR)
                        || (known.has(Role.REGION) && standsOver(known.region(), regionCode)))
                .isPresent();
    }

    private boolean standsOver(@Nullable String own, String regionCode) {
        return regionCode.equals(own)
                || (own != null
                        && gazetteer
                                .place(regionCode)
                                .map(place -> gazetteer.above(place).contains(own))
                                .orElse(false));
    }
}
