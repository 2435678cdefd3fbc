package io.casewire.cli.topic;

import io.casewire.cli.connect.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What a broker has, beside what it should have.
 *
 * @param missing topics that are not there
 * @param differences of those that are, in the order of the registry
 */
public record TopicState(List<WantedTopic> missing, List<Difference> differences) {
    public TopicState {
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }

    /** Asks the broker. More partitions than wanted are no difference: an operator may raise the count. */
    public static TopicState of(Admin admin, Collection<WantedTopic> wanted) {
        Set<String> names = Answer.of(admin.listTopics().names());
        List<WantedTopic> there =
                wanted.stream().filter(topic -> names.contains(topic.name())).toList();
        Map<String, TopicDescription> descriptions = Answer.of(
                admin.describeTopics(there.stream().map(WantedTopic::name).toList())
                        .allTopicNames());
        Map<String, Config> configurations = configurations(admin, there);
        List<Difference> differences = new ArrayList<>();
        for (WantedTopic topic : there) {
            int partitions = found(descriptions, topic).partitions().size();
            if (partitions < topic.partitions()) {
                differences.add(new Difference(
                        topic.name(),
                        "partitions",
                        Integer.toString(partitions),
                        Integer.toString(topic.partitions())));
            }
            differences.addAll(settings(topic, found(configurations, topic)));
        }
        return new TopicState(
                wanted.stream().filter(topic -> !names.contains(topic.name())).toList(), differences);
    }

    public boolean isAsWanted() {
        return missing.isEmpty() && differences.isEmpty();
    }

    /** One sentence for each thing that is not as wanted. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        missing.forEach(topic -> sentences.add(topic.name() + " is missing"));
        differences.forEach(difference -> sentences.add(difference.toString()));
        return sentences;
    }

    private static List<Difference> settings(WantedTopic topic, Config found) {
        return topic.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(wanted -> !wanted.getValue().equals(value(found, wanted.getKey())))
                .map(wanted ->
                        new Difference(topic.name(), wanted.getKey(), value(found, wanted.getKey()), wanted.getValue()))
                .toList();
    }

    private static String value(Config configuration, String name) {
        String value = configuration.get(name).value();
        return value == null ? "unknown" : value;
    }

    private static Map<String, Config> configurations(Admin admin, List<WantedTopic> topics) {
        Map<String, Config> configurations = new HashMap<>();
        Answer.of(admin.describeConfigs(topics.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                                .collect(Collectors.toSet()))
                        .all())
                .forEach((resource, configuration) -> configurations.put(resource.name(), configuration));
        return configurations;
    }

    private static <T> T found(Map<String, T> answers, WantedTopic topic) {
        T answer = answers.get(topic.name());
        if (answer == null) {
            throw new IllegalStateException("The broker did not describe " + topic.name());
        }
        return answer;
    }
}
