package io.casewire.cli.topic;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A part of a partition.
 *
 * @param from its first offset
 * @param end the offset behind its last
 */
public record Stretch(TopicPartition partition, long from, long end) {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** What becomes of a record. */
    @FunctionalInterface
    public interface Reader {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    /**
     * Reads it, without a consumer group.
     *
     * @return how many records there were; compaction leaves gaps
     * @throws Refused when the broker stops giving
     * @throws IOException of the reader
     */
    public int read(Deployment deployment, Reader reader) throws IOException {
        if (from >= end) {
            return 0;
        }
        int count = 0;
        Map<String, Object> settings = new HashMap<>(deployment.kafka());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long heard = System.nanoTime();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    heard = System.nanoTime();
                    if (record.offset() < end) {
                        reader.take(record);
                        count++;
                    }
                }
                if (System.nanoTime() - heard > SILENCE.toNanos()) {
                    throw new Refused("the broker gives nothing of " + partition + " any more");
                }
            }
        }
        return count;
    }
}
