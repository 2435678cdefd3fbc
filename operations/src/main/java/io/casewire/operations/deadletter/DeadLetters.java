package io.casewire.operations.deadletter;

import io.casewire.operations.connect.Answer;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.topic.WantedTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The dead letters of a deployment. */
final class DeadLetters {
    static final String SUFFIX = "-dlt";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Deployment deployment;
    private final Admin admin;

    DeadLetters(Deployment deployment, Admin admin) {
        this.deployment = deployment;
        this.admin = admin;
    }

    /** Hands over every dead letter, topic by topic; returns how many there were. */
    int forEach(Consumer<DeadLetter> reader) {
        Set<String> there = Answer.of(admin.listTopics().names());
        List<String> topics = WantedTopic.all().stream()
                .map(WantedTopic::name)
                .filter(name -> name.endsWith(SUFFIX) && there.contains(name))
                .toList();
        int count = 0;
        for (TopicPartition partition : partitions(topics)) {
            count += read(
                    partition,
                    offset(partition, OffsetSpec.earliest()),
                    offset(partition, OffsetSpec.latest()),
                    reader);
        }
        return count;
    }

    /** @throws Refused when nothing lies there */
    DeadLetter at(TopicPartition partition, long offset) {
        List<DeadLetter> found = new ArrayList<>();
        if (offset >= offset(partition, OffsetSpec.earliest()) && offset < offset(partition, OffsetSpec.latest())) {
            read(partition, offset, offset + 1, found::add);
        }
        if (found.isEmpty()) {
            throw new Refused(
                    "there is no dead letter at %s/%d@%d".formatted(partition.topic(), partition.partition(), offset));
        }
        return found.getFirst();
    }

    /**
     * Lets the listener's group read from the letter's event on, in the order of the topic; what it knows already it ignores. The event is
     * not sent anew: on a compacted topic an older revision would take the place of a newer one.
     *
     * @return how many events it reads again; 0 when it has not come so far
     * @throws Refused while the listener runs, or when the event is no longer on its topic
     */
    long readAgain(DeadLetter letter) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Answer.of(admin.listConsumerGroupOffsets(letter.group()).partitionsToOffsetAndMetadata());
        OffsetAndMetadata position = committed.get(letter.from());
        if (position == null || position.offset() <= letter.offset()) {
            return 0;
        }
        if (offset(letter.from(), OffsetSpec.earliest()) > letter.offset()) {
            throw new Refused("%s-%d no longer holds the event at %d"
                    .formatted(letter.from().topic(), letter.from().partition(), letter.offset()));
        }
        try {
            Answer.of(admin.alterConsumerGroupOffsets(
                            letter.group(), Map.of(letter.from(), new OffsetAndMetadata(letter.offset())))
                    .all());
        } catch (UnknownMemberIdException | GroupNotEmptyException e) {
            throw new Refused("the listener " + letter.group() + " runs; stop its service first", e);
        }
        return position.offset() - letter.offset();
    }

    private List<TopicPartition> partitions(List<String> topics) {
        return Answer.of(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private long offset(TopicPartition partition, OffsetSpec which) {
        return Answer.of(admin.listOffsets(Map.of(partition, which)).partitionResult(partition))
                .offset();
    }

    private int read(TopicPartition partition, long from, long end, Consumer<DeadLetter> reader) {
        if (from >= end) {
            return 0;
        }
        Map<String, Object> settings = new HashMap<>(deployment.kafka());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        int count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long heard = System.nanoTime();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    heard = System.nanoTime();
                    if (record.offset() < end) {
                        reader.accept(DeadLetter.of(record));
                        count++;
                    }
                }
                if (System.nanoTime() - heard > SILENCE.toNanos()) {
                    throw new KafkaException("the broker gives nothing of " + partition + " any more");
                }
            }
        }
        return count;
    }
}
