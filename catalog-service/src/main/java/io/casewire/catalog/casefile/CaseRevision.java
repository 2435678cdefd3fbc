package io.casewire.catalog.casefile;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.wire.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a case, as told.
 *
 * @param time when it happened
 * @param recordedTime when Casewire learnt of it
 * @param backfill history loaded later
 */
record CaseRevision(CaseEvent event, Instant time, Instant recordedTime, boolean backfill) {

    static CaseRevision of(Envelope<CaseEvent> envelope) {
        return new CaseRevision(envelope.event(), envelope.time(), envelope.recordedTime(), envelope.backfill());
    }

    String id() {
        return event.key();
    }

    long number() {
        return event.revision();
    }

    /** The operator's words where it was withdrawn; null otherwise. */
    @Nullable
    String withdrawnReason() {
        return switch (event) {
            case CaseWithdrawn withdrawn -> withdrawn.reason();
            case CaseEvent.CasePublished _, CaseEvent.CaseRevised _ -> null;
        };
    }
}
