package io.casewire.messaging.deadletter;

import io.casewire.messaging.TopicPosition;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that a listener put aside.
 *
 * @param topic it lies on, for example {@code casewire.task-dlt}
 * @param time when it was put aside
 * @param group the consumer group of the listener
 * @param from the place it was read from
 * @param reason in words
 * @param exception name of the exception's class
 * @param key of the event; null where it has none
 * @param type of the event, for example {@code casewire.task.published.v1}; null where its headers say none
 * @param size bytes of its value
 * @param replayable whether it may be handed over again: not without value, as what cannot be read or is no longer there has none
 * @param replay the last time it was handed over again; null where it never was
 */
record DeadLetter(
        String topic,
        int partition,
        long offset,
        Instant time,
        String group,
        TopicPosition from,
        String reason,
        String exception,
        @Nullable String key,
        @Nullable String type,
        int size,
        boolean replayable,
        @Nullable Replay replay) {
    /** Ends the name of each topic of dead letters. */
    static final String SUFFIX = "-dlt";

    /** Empty for a record without the headers of a dead letter of its topic. */
    static Optional<DeadLetter> of(ConsumerRecord<String, byte[]> record) {
        Headers headers = Headers.of(record.headers());
        TopicPosition from;
        Instant time;
        try {
            from = new TopicPosition(
                    headers.text("dlt_topic").orElse(""),
                    Integer.parseInt(headers.text("dlt_partition").orElse("")),
                    Long.parseLong(headers.text("dlt_offset").orElse("")));
            time = Instant.parse(headers.text("dlt_time").orElse(""));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
        if (!record.topic().equals(from.topic() + SUFFIX)) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                time,
                headers.text("dlt_group").orElse(""),
                from,
                headers.text("dlt_reason").orElse(""),
                headers.text("dlt_exception").orElse(""),
                record.key(),
                headers.text("ce_type").orElse(null),
                Objects.requireNonNullElse(record.value(), new byte[0]).length,
                record.value() != null,
                null));
    }

    TopicPosition place() {
        return new TopicPosition(topic, partition, offset);
    }

    DeadLetter with(@Nullable Replay last) {
        return new DeadLetter(
                topic, partition, offset, time, group, from, reason, exception, key, type, size, replayable, last);
    }
}
