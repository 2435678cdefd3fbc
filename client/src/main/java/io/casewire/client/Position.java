package io.casewire.client;

import java.io.Serializable;

/**
 * Where a record lies in the log, what an operator asks for when something went wrong.
 *
 * @param offset within the partition, from 0
 */
public record Position(String topic, int partition, long offset) implements Serializable {
    boolean isBefore(Position other) {
        return isBeside(other) && offset < other.offset;
    }

    boolean isBeside(Position other) {
        return topic.equals(other.topic) && partition == other.partition;
    }

    /** For example {@code casewire.case.trade-0@17}. */
    @Override
    public String toString() {
        return topic + '-' + partition + '@' + offset;
    }
}
