package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.report.NotMeasured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One record to a broker and back. */
final class RoundTrip implements AutoCloseable {
    private static final String TOPIC = "bench-round-trip";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    RoundTrip(String broker) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker makes no topic: " + e.getCause());
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        TopicPartition only = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
        consumer.position(only);
    }

    /** From giving it to the producer until the consumer has it; acknowledged by then. */
    long nanos(byte[] value) throws InterruptedException {
        long begun = System.nanoTime();
        var sent = producer.send(new ProducerRecord<>(TOPIC, value));
        while (consumer.poll(PATIENCE).isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new NotMeasured("a record does not come back");
            }
        }
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not take a record: " + e.getCause());
        }
        return System.nanoTime() - begun;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
