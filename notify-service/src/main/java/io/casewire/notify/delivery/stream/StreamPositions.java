package io.casewire.notify.delivery.stream;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Where somebody stands in the public topics: the offset of the next record of each partition. A partition that is not named
 * is to be read from its beginning. Immutable.
 */
final class StreamPositions {
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);
    static final StreamPositions BEGINNING = new StreamPositions(Map.of());

    private final Map<TopicPartition, Long> next;

    private StreamPositions(Map<TopicPartition, Long> next) {
        this.next = next;
    }

    static StreamPositions of(Map<TopicPartition, Long> next) {
        TreeMap<TopicPartition, Long> sorted = new TreeMap<>(ORDER);
        next.forEach((partition, offset) -> {
            if (offset > 0) {
                sorted.put(partition, offset);
            }
        });
        return new StreamPositions(sorted);
    }

    /** The offset to read next. */
    long in(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Standing at that offset of a partition, or where it stood, whatever is later. */
    StreamPositions atLeast(TopicPartition partition, long offset) {
        return offset <= in(partition) ? this : at(partition, offset);
    }

    /** Standing at that offset of a partition. */
    StreamPositions at(TopicPartition partition, long offset) {
        Map<TopicPartition, Long> moved = new TreeMap<>(ORDER);
        moved.putAll(next);
        moved.put(partition, offset);
        return of(moved);
    }

    /** The partitions not at their beginning, in order. */
    Map<TopicPartition, Long> offsets() {
        return next;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamPositions positions && next.equals(positions.next);
    }

    @Override
    public int hashCode() {
        return next.hashCode();
    }

    @Override
    public String toString() {
        return next.toString();
    }
}
