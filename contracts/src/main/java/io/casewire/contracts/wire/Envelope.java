package io.casewire.contracts.wire;

import io.casewire.contracts.event.Event;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event with what CloudEvents 1.0 says around it.
 *
 * @param id deduplication key: {@link Event#eventId()}
 * @param source the service that made it, for example {@code /casewire/ingest}
 * @param time when it happened, in whole milliseconds
 * @param recordedTime when Casewire learnt of it (header {@code ce_recordedtime}), in whole milliseconds
 * @param correlationId joins everything that follows from one cause, such as one upload (
 *     header {@code ce_correlationid})
 * @param backfill true for history loaded today, which alerts nobody unless asked (header {@code ce_backfill})
 */
public record Envelope<E extends Event>(
        E event, String id, URI source, Instant time, Instant recordedTime, String correlationId, boolean backfill) {

    public Envelope {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        recordedTime = recordedTime.truncatedTo(ChronoUnit.MILLIS);
    }

    /** An event that happens now. */
    public static <E extends Event> Envelope<E> now(
            E event, URI source, Instant now, String correlationId, boolean backfill) {
        return new Envelope<>(event, event.eventId(), source, now, now, correlationId, backfill);
    }

    /** An event that follows from this one: same correlation, same backfill mark. */
    public <F extends Event> Envelope<F> causing(F next, URI nextSource, Instant now) {
        return new Envelope<>(next, next.eventId(), nextSource, now, now, correlationId, backfill);
    }
}
