package io.casewire.messaging.continuity;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What a service's store remembers of the log.
 *
 * @param clusterId of the cluster it last worked with
 * @param ends next offsets it last saw
 * @param at when that was
 */
record Memory(String clusterId, Map<TopicPartition, Long> ends, Instant at) {
    Memory {
        ends = Map.copyOf(ends);
    }

    static Memory of(LogState log, Instant at) {
        return new Memory(log.clusterId(), log.ends(), at);
    }

    long events() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Partitions whose end lies before the remembered one, as {@code topic-partition: end instead of remembered}. */
    String shorterIn(LogState log) {
        Map<String, String> shorter = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long now = log.ends().getOrDefault(partition, 0L);
            if (now < end) {
                shorter.put(partition.toString(), now + " instead of " + end);
            }
        });
        return shorter.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
