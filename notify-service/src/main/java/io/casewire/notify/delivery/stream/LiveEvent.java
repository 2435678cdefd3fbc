package io.casewire.notify.delivery.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in a line.
 *
 * @param id its place in Kafka, {@code topic/partition/offset}: the same on every instance
 * @param type wire name
 * @param subject id of the thing it is about
 * @param title of that thing; null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveEvent(
        String id,
        String type,
        String subject,
        long revision,
        @Nullable String title,
        Instant time,
        Instant recordedTime,
        boolean backfill) {}
