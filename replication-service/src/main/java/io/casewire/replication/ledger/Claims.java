package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Claim;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** How what the region says, what documents say and what the reviewer decides come together. */
final class Claims {
    private Claims() {}

    /** After the region submitted; a null outcome leaves it to the reviewer and counts as adopted. */
    static Claim submitted(Claim before, @Nullable Outcome proposed) {
        if (proposed == Outcome.NOT_APPLICABLE) {
            return switch (before) {
                case NONE, REPORTED -> Claim.NONE;
                case EVIDENCED, VERIFIED, CONTRADICTED -> Claim.CONTRADICTED;
            };
        }
        return switch (before) {
            case NONE, REPORTED -> Claim.REPORTED;
            case EVIDENCED, VERIFIED, CONTRADICTED -> Claim.VERIFIED;
        };
    }

    /** After the reviewer closed it. */
    static Claim closed(Claim before, Outcome outcome) {
        return switch (outcome) {
            case ADOPTED, PARTIAL -> Claim.VERIFIED;
            case NOT_APPLICABLE -> before == Claim.NONE ? Claim.NONE : Claim.CONTRADICTED;
            case SUPERSEDED -> before;
        };
    }

    /** After a close-out was taken back: the reviewer's confirmation no longer holds. */
    static Claim reopened(Claim before, boolean evidenced) {
        return before == Claim.VERIFIED && !evidenced ? Claim.REPORTED : before;
    }

    /** After a document was found that says it was adopted; {@code denied} if the region says it does not apply. */
    static Claim evidenced(Claim before, boolean denied) {
        return switch (before) {
            case NONE -> denied ? Claim.CONTRADICTED : Claim.EVIDENCED;
            case REPORTED, VERIFIED -> Claim.VERIFIED;
            case EVIDENCED -> Claim.EVIDENCED;
            case CONTRADICTED -> Claim.CONTRADICTED;
        };
    }

    /** After the last such document was withdrawn; {@code confirmed} if a reviewer closed it as adopted. */
    static Claim unevidenced(Claim before, boolean confirmed) {
        return switch (before) {
            case NONE, EVIDENCED, CONTRADICTED -> Claim.NONE;
            case REPORTED -> Claim.REPORTED;
            case VERIFIED -> confirmed ? Claim.VERIFIED : Claim.REPORTED;
        };
    }
}
