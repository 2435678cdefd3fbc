package io.casewire.messaging.deadletter;

import io.casewire.messaging.TopicPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one service's listeners, read from Kafka whenever somebody asks. Other services put theirs on the same topics; those
 * are passed over.
 */
final class LetterBox {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Listeners listeners;
    private final InstantSource clock;

    /** @param consumers without a group, closed after use */
    LetterBox(Supplier<Consumer<String, byte[]>> consumers, Listeners listeners, InstantSource clock) {
        this.consumers = consumers;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** A dead letter as it lies there. */
    record Kept(DeadLetter letter, ConsumerRecord<String, byte[]> record) {}

    /**
     * Some of them.
     *
     * @param next where to go on; null at the end
     */
    record Part(List<Kept> items, @Nullable TopicPosition next) {}

    /** Topics that dead letters of this service may lie on, by name. */
    SortedSet<String> topics() {
        SortedSet<String> names = new TreeSet<>();
        listeners.topicsByGroup().values().stream()
                .flatMap(Collection::stream)
                .forEach(topic -> names.add(topic + DeadLetter.SUFFIX));
        return names;
    }

    /**
     * Those from a place on, in the order of topic, partition and offset.
     *
     * @param topic null for all
     * @param from null for the beginning
     * @param patience after which fewer than there are may be given
     */
    Part read(@Nullable String topic, @Nullable TopicPosition from, int most, Duration patience) {
        Instant end = clock.instant().plus(patience);
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, topic, from);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            consumer.pause(partitions);
            Reading reading = new Reading(consumer, listeners.topicsByGroup(), most, end);
            for (TopicPartition partition : partitions) {
                long begin = beginnings.getOrDefault(partition, 0L);
                if (from != null && isOf(from, partition)) {
                    begin = Math.max(begin, from.offset());
                }
                TopicPosition left = reading.read(partition, begin, ends.getOrDefault(partition, 0L));
                if (left != null) {
                    return new Part(reading.found(), left);
                }
            }
            return new Part(reading.found(), null);
        }
    }

    /** The one that lies there; empty where none of this service's does. */
    Optional<Kept> at(TopicPosition place) {
        if (!topics().contains(place.topic())) {
            return Optional.empty();
        }
        return read(place.topic(), place, 1, PATIENCE).items().stream()
                .filter(kept -> kept.letter().place().equals(place))
                .findFirst();
    }

    private List<TopicPartition> partitions(
            Consumer<?, ?> consumer, @Nullable String topic, @Nullable TopicPosition from) {
        Map<String, List<PartitionInfo>> there = consumer.listTopics(PATIENCE);
        return topics().stream()
                .filter(name -> topic == null || topic.equals(name))
                .flatMap(name -> there.getOrDefault(name, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partition -> from == null
                        || ORDER.compare(partition, new TopicPartition(from.topic(), from.partition())) >= 0)
                .sorted(ORDER)
                .toList();
    }

    private static boolean isOf(TopicPosition place, TopicPartition partition) {
        return place.topic().equals(partition.topic()) && place.partition() == partition.partition();
    }

    /** One partition after the other, until there are enough. */
    private final class Reading {
        private final Consumer<String, byte[]> consumer;
        private final Map<String, List<String>> topicsByGroup;
        private final int most;
        private final Instant patience;
        private final List<Kept> found = new ArrayList<>();

        Reading(
                Consumer<String, byte[]> consumer,
                Map<String, List<String>> topicsByGroup,
                int most,
                Instant patience) {
            this.consumer = consumer;
            this.topicsByGroup = topicsByGroup;
            this.most = most;
            this.patience = patience;
        }

        List<Kept> found() {
            return List.copyOf(found);
        }

        /** Where to go on; null at the end of the partition. */
        @Nullable
        TopicPosition read(TopicPartition partition, long begin, long end) {
            if (begin >= end) {
                return null;
            }
            consumer.seek(partition, begin);
            consumer.resume(List.of(partition));
            while (consumer.position(partition, PATIENCE) < end) {
                if (clock.instant().isAfter(patience)) {
                    return new TopicPosition(
                            partition.topic(), partition.partition(), consumer.position(partition, PATIENCE));
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL).records(partition)) {
                    DeadLetter letter =
                            DeadLetter.of(record).filter(this::isOurs).orElse(null);
                    if (letter != null && found.size() == most) {
                        return letter.place();
                    }
                    if (letter != null && record.offset() < end) {
                        found.add(new Kept(letter, record));
                    }
                }
            }
            consumer.pause(List.of(partition));
            return null;
        }

        private boolean isOurs(DeadLetter letter) {
            return topicsByGroup
                    .getOrDefault(letter.group(), List.of())
                    .contains(letter.from().topic());
        }
    }
}
