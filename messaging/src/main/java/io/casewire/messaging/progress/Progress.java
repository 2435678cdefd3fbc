package io.casewire.messaging.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer group has come in a partition.
 *
 * @param committedOffset where it reads next; null where it has read nothing yet
 * @param endOffset where the next event will be written
 * @param lag events it has yet to handle
 */
public record Progress(
        String group, String topic, int partition, @Nullable Long committedOffset, long endOffset, long lag) {
    /** As the broker says, in the order of topic and partition. */
    public static List<Progress> of(Admin admin, String group, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        List<Progress> all = new ArrayList<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata position = read.get(partition);
            long at = position == null ? 0 : position.offset();
            all.add(new Progress(
                    group,
                    partition.topic(),
                    partition.partition(),
                    position == null ? null : position.offset(),
                    end.offset(),
                    Math.max(0, end.offset() - at)));
        });
        all.sort(Comparator.comparing(Progress::topic).thenComparing(Progress::partition));
        return all;
    }

    /** Where it reads next. */
    public long position() {
        return committedOffset == null ? 0 : committedOffset;
    }
}
