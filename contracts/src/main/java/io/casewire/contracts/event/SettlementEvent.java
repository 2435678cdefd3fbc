package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of a fact that a document states. Made by replication on {@code casewire.settlement}, which restores itself from
 * there: such decisions stand nowhere else.
 */
public sealed interface SettlementEvent extends Event {
    /** The fact. */
    EvidenceId evidence();

    @Override
    default String key() {
        return evidence().value();
    }

    /**
     * Somebody said which line the fact speaks for, or that it speaks for none.
     *
     * @param revision counts the decisions on this fact, not what was read of it
     */
    record EvidenceSettled(EvidenceId evidence, long revision, Settlement settlement) implements SettlementEvent {}

    /**
     * A decision: it stands over later readings of the document, until another one.
     *
     * @param caseId the case it speaks of; null where it was dismissed
     * @param regionCode of the region whose line it speaks for, six digits; null as {@code caseId}
     * @param actor token subject of who decided
     * @param reason in the person's words
     */
    record Settlement(
            Kind kind, @Nullable CaseId caseId, @Nullable String regionCode, String actor, String reason, Instant at) {}

    /** What was decided. */
    enum Kind {
        MATCHED,
        /** It speaks for no line. */
        DISMISSED,
        /** A decision a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }
}
