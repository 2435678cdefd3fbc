package io.casewire.messaging;

import io.casewire.contracts.wire.WireTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records nobody can handle where somebody will look: {@code <topic>-dlt}, same partition number, raw bytes and
 * original headers, with {@code dlt_…} headers that say where it stood and why. Waits for the acknowledgement: a record
 * is never skipped without being kept.
 */
final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MAX_REASON = 1000;

    private final EventPublisher publisher;
    private final MeterRegistry meters;
    private final Clock clock;

    DeadLetters(EventPublisher publisher, MeterRegistry meters, Clock clock) {
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Keeps a record.
     *
     * @throws PublishFailed when it could not be kept; the record must then be handed over again
     */
    void keep(String group, ConsumerRecord<String, byte[]> record, Throwable reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(record.topic() + "-dlt", record.partition(), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "dlt_reason", shortened(String.valueOf(reason.getMessage())));
        header(letter, "dlt_exception", reason.getClass().getName());
        origin(letter, new TopicPosition(record.topic(), record.partition(), record.offset()), group);
        publisher.send(List.of(letter));
        counter(meters, record.topic(), group).increment();
        LOG.error(
                "Dead letter of {}: {}-{}@{} (key {})",
                group,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                reason);
    }

    /**
     * Keeps the mark of a record that cannot be read, which an operator gave up: without key and value, as nobody has them.
     *
     * @throws PublishFailed when it could not be kept
     */
    void keepUnreadable(String group, UnreadableRecord record) {
        TopicPosition position = record.position();
        List<ProducerRecord<String, byte[]>> letters = new ArrayList<>();
        letters.add(new ProducerRecord<>(position.topic() + "-dlt", position.partition(), null, null));
        ProducerRecord<String, byte[]> letter = letters.getFirst();
        header(
                letter,
                "dlt_reason",
                shortened("Left out as casewire.messaging.skip-unreadable says: " + record.reason()));
        header(letter, "dlt_exception", UnreadableRecord.class.getName());
        origin(letter, position, group);
        publisher.send(letters);
        counter(meters, position.topic(), group).increment();
    }

    private void origin(ProducerRecord<String, byte[]> letter, TopicPosition position, String group) {
        header(letter, "dlt_topic", position.topic());
        header(letter, "dlt_partition", Integer.toString(position.partition()));
        header(letter, "dlt_offset", Long.toString(position.offset()));
        header(letter, "dlt_group", group);
        header(letter, "dlt_time", WireTime.format(clock.instant()));
    }

    static Counter counter(MeterRegistry meters, String topic, String group) {
        return Counter.builder("casewire.events.dead")
                .description("Records that no listener could use, put into the dead letters")
                .tag("topic", topic)
                .tag("group", group)
                .register(meters);
    }

    private static String shortened(String text) {
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
