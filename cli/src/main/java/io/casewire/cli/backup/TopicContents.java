package io.casewire.cli.backup;

import io.casewire.cli.backup.Manifest.TopicCopy;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.topic.Partitions;
import io.casewire.cli.topic.Stretch;
import io.casewire.cli.topic.WantedTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/** Copies what lies on the topics of the registry. */
final class TopicContents {
    private final Deployment deployment;
    private final Admin admin;
    private final Partitions partitions;

    TopicContents(Deployment deployment, Admin admin) {
        this.deployment = deployment;
        this.admin = admin;
        this.partitions = new Partitions(admin);
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
        return partitions.of(topics);
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
        return this.partitions.ends(partitions);
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return this.partitions.beginnings(partitions);
    }

    /** Copies the topics up to these ends. */
    List<TopicCopy> dump(Map<TopicPartition, Long> ends, Path folder) throws IOException {
        Map<String, Map<String, String>> configurations =
                configurations(ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        Map<TopicPartition, Long> beginnings = beginnings(ends.keySet());
        Map<String, List<Long>> records = new TreeMap<>();
        for (TopicPartition partition :
                ends.keySet().stream().sorted(Partitions.ORDER).toList()) {
            long count = dump(
                    partition,
                    Partitions.of(beginnings, partition),
                    Partitions.of(ends, partition),
                    file(folder, partition));
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

    private long dump(TopicPartition partition, long beginning, long end, Path file) throws IOException {
        try (RecordFile.Writer writer = new RecordFile.Writer(file)) {
            new Stretch(partition, beginning, end).read(deployment, writer::write);
            return writer.records();
        }
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
}
