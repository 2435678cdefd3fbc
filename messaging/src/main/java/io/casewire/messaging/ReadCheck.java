package io.casewire.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.springframework.kafka.core.ConsumerFactory;

/** Tries to read one record with a consumer of its own, which disturbs no listener. */
final class ReadCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // a longer poll asks a broker that answers with an error again and again, some hundred times a second
    private static final Duration POLL = Duration.ofMillis(1);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(100);

    private final ConsumerFactory<String, byte[]> consumers;

    ReadCheck(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * Why nothing can be read at that place or behind it; empty when it can, when nothing is there yet, and when the broker does not
     * answer, so that nothing is known.
     */
    Optional<UnreadableRecord> at(TopicPosition place) {
        TopicPartition partition = place.topicPartition();
        Properties properties = new Properties();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "read-check", null, properties)) {
            consumer.assign(List.of(partition));
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(List.of(partition), PATIENCE);
            long from = Math.max(place.offset(), begins.getOrDefault(partition, 0L));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (from >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, from);
            return readsNothing(consumer, new TopicPosition(place.topic(), place.partition(), from), end);
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    private static Optional<UnreadableRecord> readsNothing(
            Consumer<String, byte[]> consumer, TopicPosition place, long end) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && pause()) {
            try {
                if (!consumer.poll(POLL).isEmpty()) {
                    return Optional.empty();
                }
            } catch (KafkaException | IllegalStateException e) {
                return UnreadableRecord.of(e, consumer::position).or(() -> damage(place, e));
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        return Optional.of(
                new UnreadableRecord(place, "the broker hands out nothing, although the log goes on to " + (end - 1)));
    }

    // where the damaged batch is the first of what the broker hands out, the client names no place
    private static Optional<UnreadableRecord> damage(TopicPosition place, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptRecordException || cause instanceof InvalidRecordException) {
                return Optional.of(new UnreadableRecord(place, String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_POLLS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
