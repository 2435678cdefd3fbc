package io.casewire.notify.delivery.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Reads what one reader missed from Kafka itself, up to where the window begins; a partition after the other, so that what
 * cannot be read stops none but itself.
 */
final class CatchUp implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Steps into a damaged batch before the rest up to the window is given up. */
    private static final int MAX_STEPS = 1000;

    private final KafkaConsumer<String, byte[]> consumer;

    CatchUp(StreamConsumers consumers) {
        this.consumer = consumers.consumer("casewire-notify-stream-catch-up");
    }

    /** Whether a place lies behind the end of the log, which then lost records. */
    boolean isAhead(StreamPositions place, Map<TopicPartition, Long> known) {
        Map<TopicPartition, Long> offsets = place.offsets();
        if (!known.keySet().containsAll(offsets.keySet())) {
            return true;
        }
        List<TopicPartition> doubtful = offsets.entrySet().stream()
                .filter(entry -> entry.getValue() > known.getOrDefault(entry.getKey(), 0L))
                .map(Map.Entry::getKey)
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(doubtful, PATIENCE);
        return doubtful.stream().anyMatch(partition -> place.in(partition) > ends.getOrDefault(partition, 0L));
    }

    /**
     * Reads a partition from a place on up to that offset, or farther.
     *
     * @return the place reached
     * @throws KafkaException when Kafka does not answer
     */
    StreamPositions read(StreamPositions from, TopicPartition partition, long until, Sink sink) throws SinkClosed {
        consumer.assign(List.of(partition));
        StreamPositions at = from;
        long begin = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        if (at.in(partition) < begin) {
            Gap gap = Gap.expired(partition, at.in(partition), begin);
            at = at.at(partition, begin);
            sink.take(gap, at);
        }
        consumer.seek(partition, at.in(partition));
        long damagedFrom = -1;
        int steps = 0;
        long progress = System.nanoTime();
        while (at.in(partition) < until) {
            List<ConsumerRecord<String, byte[]>> records = List.of();
            boolean readable = true;
            try {
                records = consumer.poll(POLL).records(partition);
            } catch (RetriableException e) {
                throw e;
            } catch (KafkaException | IllegalStateException e) {
                readable = false;
            }
            boolean stuck = records.isEmpty() && System.nanoTime() - progress > PATIENCE.toNanos();
            if (!readable || stuck) {
                damagedFrom = damagedFrom < 0 ? at.in(partition) : damagedFrom;
                steps++;
                at = at.at(partition, stuck || steps > MAX_STEPS ? until : at.in(partition) + 1);
                consumer.seek(partition, at.in(partition));
                continue;
            }
            long reached = consumer.position(partition);
            if (reached > at.in(partition)) {
                progress = System.nanoTime();
                at = tellOfDamage(at, partition, damagedFrom, sink);
                damagedFrom = -1;
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                at = at.at(partition, record.offset() + 1);
                Optional<LiveEvent> event = LiveEvent.of(record);
                if (event.isPresent()) {
                    sink.take(event.get(), at);
                }
            }
            at = at.atLeast(partition, reached);
            sink.reached(at);
        }
        return tellOfDamage(at, partition, damagedFrom, sink);
    }

    private static StreamPositions tellOfDamage(StreamPositions at, TopicPartition partition, long from, Sink sink)
            throws SinkClosed {
        if (from >= 0) {
            sink.take(Gap.unreadable(partition, from, at.in(partition)), at);
        }
        return at;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Who gets what is read. */
    interface Sink {
        /** @param behind the reader's place once it has the item */
        void take(StreamItem item, StreamPositions behind) throws SinkClosed;

        /** Everything before that place was handed over. */
        void reached(StreamPositions place) throws SinkClosed;
    }

    /** The reader is gone, or the service stops. */
    static final class SinkClosed extends Exception {
        private static final long serialVersionUID = 1L;

        SinkClosed(Throwable cause) {
            super(cause);
        }

        SinkClosed() {
            super("The stream ends");
        }
    }
}
