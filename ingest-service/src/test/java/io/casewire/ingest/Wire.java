package io.casewire.ingest;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is on the topics, from their start to their end of now. */
final class Wire {
    private Wire() {}

    /** A record as it stands on its topic; without an envelope it is a tombstone. */
    record Message(String topic, String key, @Nullable Envelope<? extends Event> envelope) {
        Event event() {
            if (envelope == null) {
                throw new AssertionError(key + " is a tombstone on " + topic);
            }
            return envelope.event();
        }
    }

    /** All records with one of these keys, topic by topic. */
    static List<Message> of(String bootstrapServers, Collection<String> keys) {
        List<Message> messages = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                // an empty partition is at its end: nothing to wait for
                Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 2000, "fetch.max.wait.ms", 10),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (Topic<? extends Event> topic : Topics.all()) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                        if (keys.contains(record.key())) {
                            messages.add(new Message(
                                    topic.name(),
                                    record.key(),
                                    record.value() == null ? null : EventCodec.decode(topic, record)));
                        }
                    }
                }
            }
        }
        return messages;
    }
}
