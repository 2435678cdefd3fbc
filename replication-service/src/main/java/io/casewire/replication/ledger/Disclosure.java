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
final class Disclosure {
    private final Gazetteer gazetteer;

    Disclosure(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The region's own people, those of the prefecture or province it lies in, and those who review, run or audit the ledger.
     */
    boolean to(Optional<Caller> caller, String regionCode) {
        return caller.filter(known -> known.has(Role.COORDINATOR, Role.OPERATOR, Role.AUDITOR)
                        || (known.has(Role.REGION) && standsOver(known.region(), regionCode)))
                .isPresent();
    }

    private boolean standsOver(@Nullable String own, String regionCode) {
        return regionCode.equals(own)
                || isPrefectureOf(own, regionCode)
                || gazetteer
                        .region(regionCode)
                        .map(region -> gazetteer.provinceOf(region).code().equals(own))
                        .orElse(false);
    }

    // GB/T 2260: the first four digits of a county are its prefecture's, whose last two are zeros
    private static boolean isPrefectureOf(@Nullable String own, String regionCode) {
        return own != null && own.endsWith("00") && !own.endsWith("0000") && regionCode.startsWith(own.substring(0, 4));
    }
}
