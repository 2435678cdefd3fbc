package io.casewire.operations.setup;

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
     * @throws Refused for a topic the registry does not know, and fewer partitions than it wants
     */
    static Partitions parse(String text) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> wishes = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(wish -> !wish.isEmpty())
                .toList();
        for (String wish : wishes) {
            int equals = wish.indexOf('=');
            if (equals < 0) {
                throw new Refused("partitions are given as TOPIC=COUNT, separated by commas, not " + wish);
            }
            String topic = wish.substring(0, equals).strip();
            counts.put(topic, count(topic, wish.substring(equals + 1).strip()));
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
                .orElseThrow(() -> new Refused("partitions are given for " + topic + ", which is no topic"))
                .partitions();
        try {
            int count = Integer.parseInt(text);
            if (count >= least && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new Refused("%s takes from %d to %d partitions, not %s".formatted(topic, least, MOST, text));
    }
}
