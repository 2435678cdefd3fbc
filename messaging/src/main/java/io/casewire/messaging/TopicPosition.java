package io.casewire.messaging;

import org.apache.kafka.common.TopicPartition;

/** Where a record stands in Kafka. */
public record TopicPosition(String topic, int partition, long offset) {
    /** Without the offset. */
    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** In the form of commands and settings, {@code casewire.task/0@17}. */
    @Override
    public String toString() {
        return topic + '/' + partition + '@' + offset;
    }
}
