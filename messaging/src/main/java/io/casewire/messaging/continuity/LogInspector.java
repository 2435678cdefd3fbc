package io.casewire.messaging.continuity;

import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks the broker for {@link LogState}. */
final class LogInspector {
    private static final long ANSWERS_WITHIN_SECONDS = 20;

    private final Map<String, Object> settings;
    private final Collection<String> groups;
    private final String marker;

    /**
     * For one service.
     *
     * @param groups the service's own consumer groups
     * @param marker a group that reads nothing: a position of it says that a store remembers the log
     */
    LogInspector(Map<String, Object> settings, Collection<String> groups, String marker) {
        this.settings = Map.copyOf(settings);
        this.groups = Set.copyOf(groups);
        this.marker = marker;
    }

    boolean isReader() {
        return !groups.isEmpty();
    }

    /** @throws KafkaException where the broker does not answer */
    LogState look() throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            String cluster = answer(admin.describeCluster().clusterId());
            Set<String> there = new HashSet<>(answer(admin.listTopics().names()));
            there.retainAll(Topics.all().stream().map(Topic::name).collect(Collectors.toSet()));
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            answer(admin.describeTopics(there).allTopicNames()).forEach((name, topic) -> topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            answer(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
            return new LogState(
                    cluster,
                    ends,
                    read(admin),
                    isReader() && !positions(admin, marker).isEmpty());
        }
    }

    /**
     * Leaves a mark in the log that a store remembers it, once a group has read anything; Kafka forgets it as it forgets what groups have
     * read.
     *
     * @throws KafkaException where the broker does not answer
     */
    void mark() throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            for (String group : groups) {
                // a topic the service may read
                Optional<TopicPartition> any =
                        positions(admin, group).keySet().stream().findAny();
                if (any.isPresent()) {
                    answer(admin.alterConsumerGroupOffsets(marker, Map.of(any.get(), new OffsetAndMetadata(0)))
                            .all());
                    return;
                }
            }
        }
    }

    /**
     * Makes the service's groups read the log from its start.
     *
     * @throws KafkaException where another instance still reads, or the broker does not answer
     */
    void forgetPositions() throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> deleted :
                    admin.deleteConsumerGroups(groups).deletedGroups().values()) {
                try {
                    answer(deleted);
                } catch (GroupIdNotFoundException _) {
                    // it never read, or another instance was faster
                }
            }
        }
    }

    private long read(Admin admin) throws InterruptedException {
        long read = 0;
        for (String group : groups) {
            for (OffsetAndMetadata position : positions(admin, group).values()) {
                read += position == null ? 0 : position.offset();
            }
        }
        return read;
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(Admin admin, String group)
            throws InterruptedException {
        try {
            return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (GroupIdNotFoundException _) {
            return Map.of();
        }
    }

    private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not answer within " + ANSWERS_WITHIN_SECONDS + " s", e);
        }
    }
}
