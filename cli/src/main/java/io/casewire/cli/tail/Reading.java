package io.casewire.cli.tail;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.topic.Partitions;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics without a consumer group: nobody's place is moved, and whoever may read may look. */
final class Reading implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;

    Reading(Deployment deployment) {
        Map<String, Object> settings = new HashMap<>(deployment.kafka());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // an offset that is gone is refused before, and one that expires meanwhile leaves what is still there
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Those of the registry that this account sees. */
    List<Topic<?>> visible() {
        Map<String, List<PartitionInfo>> there = consumer.listTopics();
        return Topics.all().stream()
                .<Topic<?>>map(topic -> topic)
                .filter(topic -> there.containsKey(topic.name()))
                .toList();
    }

    /**
     * Hands over what lies there and what comes, until the reader wants no more, it is stopped, or it has come to where the topics ended at its begin.
     *
     * @param untilNow whether it ends there
     */
    void read(List<Topic<?>> topics, From from, boolean untilNow, Predicate<Line> wantsMore) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .sorted(Partitions.ORDER)
                .toList();
        Map<String, Topic<?>> byName = topics.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        begin(partitions, from, ends);
        try {
            while (!untilNow || !isThrough(partitions, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    long end = Partitions.of(ends, new TopicPartition(record.topic(), record.partition()));
                    @Nullable Topic<?> topic = byName.get(record.topic());
                    if (topic != null
                            && !(untilNow && record.offset() >= end)
                            && !wantsMore.test(Line.of(topic, record))) {
                        return;
                    }
                }
            }
        } catch (WakeupException e) {
            // it was stopped
        }
    }

    /** From another thread: lets {@link #read} end. */
    void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isThrough(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= Partitions.of(ends, partition));
    }

    private void begin(List<TopicPartition> partitions, From from, Map<TopicPartition, Long> ends) {
        switch (from) {
            case From.Beginning _ -> consumer.seekToBeginning(partitions);
            case From.Latest _ -> partitions.forEach(each -> consumer.seek(each, Partitions.of(ends, each)));
            case From.Offset at -> {
                Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
                for (TopicPartition each : partitions) {
                    consumer.seek(
                            each,
                            checked(each, at.offset(), Partitions.of(beginnings, each), Partitions.of(ends, each)));
                }
            }
            case From.Time at -> {
                Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(partitions.stream()
                        .collect(Collectors.toMap(each -> each, _ -> at.time().toEpochMilli())));
                for (TopicPartition each : partitions) {
                    consumer.seek(
                            each,
                            Optional.ofNullable(found.get(each))
                                    .map(OffsetAndTimestamp::offset)
                                    .orElseGet(() -> Partitions.of(ends, each)));
                }
            }
        }
    }

    private static long checked(TopicPartition partition, long offset, long beginning, long end) {
        if (offset < beginning || offset > end) {
            throw new Refused("%s/%d holds offsets from %d, and %d will be its next; there is no %d"
                    .formatted(partition.topic(), partition.partition(), beginning, end, offset));
        }
        return offset;
    }
}
