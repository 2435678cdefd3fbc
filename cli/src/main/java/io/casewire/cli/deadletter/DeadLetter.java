package io.casewire.cli.deadletter;

import io.casewire.cli.connect.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * One event that a listener put aside, with the headers that {@code messaging} gave it.
 *
 * @param place where it lies, for example {@code casewire.task-dlt/0@17}
 * @param time when it was put aside, ISO 8601
 * @param key of the event
 * @param reason in words
 * @param group of the listener
 * @param from the partition it was read from
 * @param offset it had there
 */
record DeadLetter(
        String place, String time, String key, String reason, String group, TopicPartition from, long offset) {
    /** @throws Refused when the record has not the headers of a dead letter */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        String place = "%s/%d@%d".formatted(record.topic(), record.partition(), record.offset());
        try {
            return new DeadLetter(
                    place,
                    header(record, "dlt_time"),
                    record.key() == null ? "-" : new String(record.key(), StandardCharsets.UTF_8),
                    header(record, "dlt_reason"),
                    header(record, "dlt_group"),
                    new TopicPartition(header(record, "dlt_topic"), Integer.parseInt(header(record, "dlt_partition"))),
                    Long.parseLong(header(record, "dlt_offset")));
        } catch (NumberFormatException e) {
            throw new Refused(place + " is no dead letter of Casewire: " + e.getMessage(), e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }
}
