package io.casewire.replication.evidence;

import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.SettlementEvent.Kind;
import io.casewire.contracts.id.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision on what a document says: it stands over later readings of the document, until another one.
 *
 * @param caseId the case it speaks of; null where it was dismissed
 * @param region code of the region whose line it speaks for; null as {@code caseId}
 * @param actor token subject of who decided; null in an {@link #outline()}
 * @param reason in the person's words; null in an outline
 */
record Settlement(
        Kind kind,
        @Nullable CaseId caseId,
        @Nullable String region,
        @Nullable String actor,
        @Nullable String reason,
        Instant at) {
    /** As an event tells it. */
    static Settlement from(SettlementEvent.Settlement told) {
        return new Settlement(told.kind(), told.caseId(), told.regionCode(), told.actor(), told.reason(), told.at());
    }

    /** The same for readers who may not know who decided and why. */
    Settlement outline() {
        return new Settlement(kind, caseId, region, null, null, at);
    }
}
