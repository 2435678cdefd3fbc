package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** How what the region says, what documents say and what the reviewer decides come together. */
final class AssuranceRules {
    private AssuranceRules() {}

    /** After the region submitted; a null outcome leaves it to the reviewer and counts as adopted. */
    static Assurance submitted(Assurance before, @Nullable Outcome proposed) {
        if (proposed == Outcome.NOT_APPLICABLE) {
            return switch (before) {
                case NONE, REPORTED -> Assurance.NONE;
                case EVIDENCED, VERIFIED, CONTRADICTED -> Assurance.CONTRADICTED;
            };
        }
        return switch (before) {
            case NONE, REPORTED -> Assurance.REPORTED;
            case EVIDENCED, VERIFIED, CONTRADICTED -> Assurance.VERIFIED;
        };
    }

    /** After the region took its report back: what documents say is left. */
    static Assurance recalled(boolean evidenced) {
        return evidenced ? Assurance.EVIDENCED : Assurance.NONE;
    }

    /** After the reviewer closed it. */
    static Assurance closed(Assurance before, Outcome outcome) {
        return switch (outcome) {
            case ADOPTED, PARTIAL -> Assurance.VERIFIED;
            case NOT_APPLICABLE -> before == Assurance.NONE ? Assurance.NONE : Assurance.CONTRADICTED;
            case SUPERSEDED -> before;
        };
    }

    /** After a close-out was taken back: the reviewer's confirmation no longer holds. */
    static Assurance reopened(Assurance before, boolean evidenced) {
        return before == Assurance.VERIFIED && !evidenced ? Assurance.REPORTED : before;
    }

    /** After a document was found that says it was adopted; {@code denied} if the region says it does not apply. */
    static Assurance evidenced(Assurance before, boolean denied) {
        return switch (before) {
            case NONE -> denied ? Assurance.CONTRADICTED : Assurance.EVIDENCED;
            case REPORTED, VERIFIED -> Assurance.VERIFIED;
            case EVIDENCED -> Assurance.EVIDENCED;
            case CONTRADICTED -> Assurance.CONTRADICTED;
        };
    }

    /** After the last such document was withdrawn; {@code confirmed} if a reviewer closed it as adopted. */
    static Assurance unevidenced(Assurance before, boolean confirmed) {
        return switch (before) {
            case NONE, EVIDENCED, CONTRADICTED -> Assurance.NONE;
            case REPORTED -> Assurance.REPORTED;
            case VERIFIED -> confirmed ? Assurance.VERIFIED : Assurance.REPORTED;
        };
    }
}
