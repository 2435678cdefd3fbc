package io.casewire.catalog.casefile;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One revision of a case, as told.
 *
 * @param time when it happened
 * @param recordedTime when Casewire learnt of it
 * @param backfill history loaded later
 * @param record the case, in the JSON of the wire
 * @param source the document it was read from, likewise
 */
record CaseRevision(
        CaseEvent event, Instant time, Instant recordedTime, boolean backfill, String record, String source) {
    private static final JsonMapper JSON = WireJson.mapper();

    static CaseRevision of(Envelope<CaseEvent> envelope) {
        CaseEvent event = envelope.event();
        return new CaseRevision(
                event,
                envelope.time(),
                envelope.recordedTime(),
                envelope.backfill(),
                JSON.writeValueAsString(event.content()),
                JSON.writeValueAsString(event.document()));
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
