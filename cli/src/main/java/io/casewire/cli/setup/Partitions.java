package io.casewire.cli.setup;

import io.casewire.contracts.topic.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many partitions topics have where a deployment wants more than the registry.
 *
 * @param byTopic counts of the topics named; a topic's dead letters have as many
 */
record Partitions(Map<String, Integer> byTopic) {
    // a broker copes with some thousands in all
    private static final int MOST = 1000;

    Partitions {
        byTopic = Map.copyOf(byTopic);
    }

    /**
     * Reads {@code TOPIC=COUNT,…}; an empty text names none.
     *
     * @throws DiffersFromRegistry for a topic the registry does not know, and fewer partitions than it wants
     */
    static Partitions parse(String text) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> requests = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(request -> !request.isEmpty())
                .toList();
        for (String request : requests) {
            int equals = request.indexOf('=');
            if (equals < 0) {
                throw new DiffersFromRegistry(
                        "partitions are given as TOPIC=COUNT, separated by commas, not " + request);
            }
            String topic = request.substring(0, equals).strip();
            counts.put(topic, count(topic, request.substring(equals + 1).strip()));
        }
        return new Partitions(counts);
    }

    /** What a topic has, given what the registry wants. */
    int of(String topic, int wanted) {
        return byTopic.getOrDefault(topic, wanted);
    }

    private static int count(String topic, String text) {
        int least = Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new DiffersFromRegistry("partitions are given for " + topic + ", which is no topic"))
                .partitions();
        try {
            int count = Integer.parseInt(text);
            if (count >= least && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new DiffersFromRegistry("%s takes from %d to %d partitions, not %s".formatted(topic, least, MOST, text));
    }
}
