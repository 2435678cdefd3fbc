package io.casewire.benchmarks.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything on topics, from the start to what is there now. */
final class TopicReader {
    private TopicReader() {}

    /** Writes each event down as observed, by its id, in the order of each partition. */
    static void read(String broker, List<String> topics, History history) {
        read(broker, topics, record -> history.observed(id(record)));
    }

    /** Hands each record over, in the order of each partition. */
    static void read(String broker, List<String> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(of -> new TopicPartition(of.topic(), of.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(reader);
            }
        }
    }

    /** The id of the event that it holds. */
    static String id(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        return id == null ? "tombstone of " + record.key() + "@0" : new String(id.value(), StandardCharsets.UTF_8);
    }
}
