package io.casewire.contracts.topic;

import io.casewire.contracts.event.Event;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic and what travels on it.
 *
 * @param name for example {@code casewire.case.trade}
 * @param valueType every event on it is one of these
 * @param partitions default; an operator may raise it, never lower it
 * @param retention how long events are kept; null: no expiry
 */
public record Topic<E extends Event>(
        String name,
        Class<E> valueType,
        int partitions,
        @Nullable Duration retention) {

    /** Where records of this topic go that could not be handled: same partition number, raw bytes, reason in headers. */
    public String deadLetterName() {
        return name + "-dlt";
    }
}
