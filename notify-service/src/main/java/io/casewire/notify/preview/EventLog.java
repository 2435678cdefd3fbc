package io.casewire.notify.preview;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.messaging.GrouplessConsumers;
import io.casewire.messaging.GrouplessConsumers.LostPlace;
import io.casewire.notify.subscription.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The topics, read from a time on by a consumer without a group, so that nothing is committed. */
@Component
public class EventLog {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final GrouplessConsumers consumers;

    EventLog(KafkaProperties kafka) {
        this.consumers = new GrouplessConsumers(kafka.buildConsumerProperties());
    }

    /**
     * Tells every event on the topics of those kinds that was recorded at that time or later and is there now, a partition's in order. What cannot
     * be decoded is passed over.
     *
     * @param max events at most
     * @return how many there are; nothing was told where that is more than {@code max}
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer, or not within twenty seconds
     */
    public long read(Set<EventKind> kinds, Instant from, long max, Consumer<Envelope<? extends Event>> told) {
        List<Topic<? extends Event>> topics = topics(kinds);
        Map<String, Topic<? extends Event>> byName =
                topics.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        try (KafkaConsumer<String, byte[]> consumer =
                consumers.consumer("casewire-notify-preview-" + UUID.randomUUID(), LostPlace.EARLIEST)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name(), PATIENCE).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> begins = begins(consumer, partitions, from, ends);
            long count = partitions.stream()
                    .mapToLong(partition -> offset(ends, partition) - offset(begins, partition))
                    .sum();
            if (count > max) {
                return count;
            }
            consumer.assign(partitions);
            begins.forEach(consumer::seek);
            long until = System.nanoTime() + WHOLE.toNanos();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < offset(ends, partition))) {
                if (System.nanoTime() > until) {
                    throw new TimeoutException("The log was not read within " + WHOLE);
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        decoded(Objects.requireNonNull(byName.get(record.topic())), record)
                                .filter(envelope -> !envelope.recordedTime().isBefore(from))
                                .ifPresent(told);
                    }
                }
            }
            return count;
        }
    }

    private static List<Topic<? extends Event>> topics(Set<EventKind> kinds) {
        return Topics.all().stream()
                .filter(topic -> kinds.stream().anyMatch(kind -> isOn(kind, topic)))
                .toList();
    }

    /** Topics are named as the wire names of their events begin. */
    private static boolean isOn(EventKind kind, Topic<? extends Event> topic) {
        String thing = kind.wireName().substring(0, kind.wireName().indexOf('.'));
        return topic.name().equals("casewire." + thing) || topic.name().startsWith("casewire." + thing + '.');
    }

    /** Where records of that time begin; the end where there are none. */
    private static Map<TopicPartition, Long> begins(
            KafkaConsumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            Instant from,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> from.toEpochMilli())),
                PATIENCE);
        Map<TopicPartition, Long> begins = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            begins.put(partition, at == null ? offset(ends, partition) : at.offset());
        }
        return begins;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private static Optional<Envelope<? extends Event>> decoded(
            Topic<? extends Event> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(EventCodec.decode(topic, record));
        } catch (UndecodableEvent e) {
            return Optional.empty();
        }
    }
}
