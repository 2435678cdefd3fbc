package io.casewire.operations.backup;

import io.casewire.operations.backup.Manifest.TopicCopy;
import io.casewire.operations.connect.Answer;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.topic.WantedTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Copies what lies on the topics of the registry. */
final class TopicContents {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Deployment deployment;
    private final Admin admin;

    TopicContents(Deployment deployment, Admin admin) {
        this.deployment = deployment;
        this.admin = admin;
    }

    /** Those of the registry, and their dead letters, that the broker has. */
    List<String> present() {
        Set<String> names = Answer.of(admin.listTopics().names());
        return WantedTopic.all().stream()
                .map(WantedTopic::name)
                .filter(names::contains)
                .toList();
    }

    List<TopicPartition> partitions(Collection<String> topics) {
        return Answer.of(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .sorted(PARTITIONS)
                .toList();
    }

    /** Whether the broker answers for all of them. */
    boolean known(Collection<TopicPartition> partitions) {
        try {
            return ends(partitions).size() == partitions.size();
        } catch (RetriableException e) {
            return false;
        }
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** Copies the topics up to these ends. */
    List<TopicCopy> dump(Map<TopicPartition, Long> ends, Path folder) throws IOException {
        Map<String, Map<String, String>> configurations =
                configurations(ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        Map<TopicPartition, Long> beginnings = beginnings(ends.keySet());
        Map<String, List<Long>> records = new TreeMap<>();
        for (TopicPartition partition :
                ends.keySet().stream().sorted(PARTITIONS).toList()) {
            long count = dump(partition, of(beginnings, partition), of(ends, partition), file(folder, partition));
            records.computeIfAbsent(partition.topic(), _ -> new ArrayList<>()).add(count);
        }
        return records.entrySet().stream()
                .map(topic -> new TopicCopy(
                        topic.getKey(), configurations.getOrDefault(topic.getKey(), Map.of()), topic.getValue()))
                .toList();
    }

    static Path file(Path folder, TopicPartition partition) {
        return folder.resolve(partition.topic()).resolve(partition.partition() + ".records.gz");
    }

    static final Comparator<TopicPartition> PARTITIONS =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private long dump(TopicPartition partition, long beginning, long end, Path file) throws IOException {
        Map<String, Object> settings = new HashMap<>(deployment.kafka());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (RecordFile.Writer writer = new RecordFile.Writer(file)) {
            if (beginning >= end) {
                return 0;
            }
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, beginning);
                long heard = System.nanoTime();
                while (consumer.position(partition) < end) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        heard = System.nanoTime();
                        if (record.offset() < end) {
                            writer.write(record);
                        }
                    }
                    if (System.nanoTime() - heard > SILENCE.toNanos()) {
                        throw new Refused("the broker gives nothing of " + partition + " any more");
                    }
                }
            }
            return writer.records();
        }
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        return Answer.of(admin.listOffsets(
                                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private Map<String, Map<String, String>> configurations(Set<String> topics) {
        Map<String, Map<String, String>> configurations = new HashMap<>();
        Answer.of(admin.describeConfigs(topics.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                .toList())
                        .all())
                .forEach((topic, configuration) -> configurations.put(
                        topic.name(),
                        configuration.entries().stream()
                                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value))));
        return configurations;
    }

    static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new IllegalStateException("The broker told nothing of " + partition);
        }
        return offset;
    }
}
