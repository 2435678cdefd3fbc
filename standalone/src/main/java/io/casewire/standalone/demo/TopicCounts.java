package io.casewire.standalone.demo;

import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How many events the case topics hold, asked of Kafka itself. */
final class TopicCounts {
    private TopicCounts() {}

    /** Topic to events, empty topics left out. */
    static SortedMap<String, Long> ofCases(Map<String, String> client) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            SortedMap<String, Long> counts = new TreeMap<>();
            ends(admin).forEach((partition, end) -> counts.merge(partition.topic(), end, Long::sum));
            counts.values().removeIf(count -> count == 0);
            return counts;
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not say how many cases it holds", e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var topics = Topics.cases().stream().map(Topic::name).toList();
        Map<TopicPartition, OffsetSpec> partitions =
                admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(TopicCounts::partitions)
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }
}
