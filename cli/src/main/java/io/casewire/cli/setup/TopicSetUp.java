package io.casewire.cli.setup;

import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the registry's topics and their dead letters where they are missing. A topic that is there is never given fewer
 * partitions, and other settings only when the operator said so: a shorter retention deletes events for good.
 */
final class TopicSetUp {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetUp.class);

    private final Admin admin;
    private final boolean changeSettings;
    private final Partitions partitions;

    /** @param changeSettings whether settings of topics that are there may be brought to the registry's */
    TopicSetUp(Admin admin, boolean changeSettings, Partitions partitions) {
        this.admin = admin;
        this.changeSettings = changeSettings;
        this.partitions = partitions;
    }

    /** @throws DiffersFromRegistry when a topic has other settings than the registry asks for, or fewer partitions than it has to have */
    void run() throws ExecutionException, InterruptedException {
        Map<String, NewTopic> wanted = wanted();
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = wanted.values().stream()
                .filter(topic -> !present.contains(topic.name()))
                .toList();
        admin.createTopics(missing).all().get();
        List<NewTopic> kept = wanted.values().stream()
                .filter(topic -> present.contains(topic.name()))
                .toList();
        requirePartitions(kept);
        int changed = settle(kept);
        LOG.info("Topics: {} created, {} changed, {} as they were", missing.size(), changed, kept.size() - changed);
    }

    private Map<String, NewTopic> wanted() {
        Map<String, NewTopic> topics = new TreeMap<>();
        Topics.all().forEach(topic -> {
            Optional<Integer> count = Optional.of(partitions.of(topic.name(), topic.partitions()));
            topics.put(
                    topic.name(),
                    new NewTopic(topic.name(), count, Optional.empty())
                            .configs(TopicSettings.keeping(topic.retention())));
            topics.put(
                    topic.deadLetterName(),
                    new NewTopic(topic.deadLetterName(), count, Optional.empty())
                            .configs(TopicSettings.keeping(Topics.DEAD_LETTER_RETENTION)));
        });
        return topics;
    }

    // more than the registry asks for is the operator's choice
    private void requirePartitions(Collection<NewTopic> topics) throws ExecutionException, InterruptedException {
        Map<String, Integer> found =
                admin
                        .describeTopics(topics.stream().map(NewTopic::name).toList())
                        .allTopicNames()
                        .get()
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                topic -> topic.getValue().partitions().size()));
        for (NewTopic topic : topics) {
            int present = found.getOrDefault(topic.name(), 0);
            if (present < topic.numPartitions()) {
                throw new DiffersFromRegistry("""
                        %s has %d partitions and needs %d: adding some moves keys to other partitions and loses their order, \
                        so stop the services first, then use kafka-topics.sh --alter""".formatted(topic.name(), present, topic.numPartitions()));
            }
        }
    }

    private int settle(Collection<NewTopic> topics) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Config> present = admin.describeConfigs(
                        topics.stream().map(TopicSetUp::resource).toList())
                .all()
                .get();
        int changed = 0;
        for (NewTopic topic : topics) {
            Config config = present.get(resource(topic));
            List<AlterConfigOp> differences = config == null ? List.of() : differences(topic, config);
            if (!differences.isEmpty()) {
                change(topic, differences);
                changed++;
            }
        }
        return changed;
    }

    private void change(NewTopic topic, List<AlterConfigOp> differences)
            throws ExecutionException, InterruptedException {
        String asked = differences.stream()
                .map(operation -> operation.configEntry().name()
                        + '='
                        + operation.configEntry().value())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!changeSettings) {
            throw new DiffersFromRegistry("""
                    %s is set otherwise than the registry asks for (%s); changing it can delete events. If that is meant, run \
                    this once with CASEWIRE_CHANGE_TOPICS=true""".formatted(topic.name(), asked));
        }
        admin.incrementalAlterConfigs(Map.of(resource(topic), differences))
                .all()
                .get();
        LOG.warn("Changed {}: {}", topic.name(), asked);
    }

    private static List<AlterConfigOp> differences(NewTopic topic, Config present) {
        List<AlterConfigOp> differences = new ArrayList<>();
        topic.configs().forEach((name, value) -> {
            if (!value.equals(present.get(name).value())) {
                differences.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
            }
        });
        return differences;
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
