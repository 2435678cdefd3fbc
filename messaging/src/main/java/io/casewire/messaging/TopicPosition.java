package io.casewire.messaging;

/** Where a record stands in Kafka. */
public record TopicPosition(String topic, int partition, long offset) {}
