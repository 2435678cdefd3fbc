package io.casewire.cli.topic;

import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A topic, or that of its dead letters, as the registry wants it.
 *
 * @param settings as in Kafka's topic configuration; what is not named is the broker's
 */
public record WantedTopic(String name, int partitions, Map<String, String> settings) {
    public WantedTopic {
        settings = Map.copyOf(settings);
    }

    /** Every topic of the registry, each followed by its dead letters. */
    public static List<WantedTopic> all() {
        return Topics.all().stream()
                .flatMap(topic -> Stream.of(
                        new WantedTopic(topic.name(), topic.partitions(), TopicSettings.keeping(topic.retention())),
                        new WantedTopic(
                                topic.deadLetterName(),
                                topic.partitions(),
                                TopicSettings.keeping(Topics.DEAD_LETTER_RETENTION))))
                .toList();
    }
}
