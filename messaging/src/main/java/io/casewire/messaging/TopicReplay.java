package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.messaging.GrouplessConsumers.LostPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Reads a service's own topic back, from its beginning to the end it has when asked: what a store is filled from that holds
 * nothing. Positions of consumer groups are neither used nor changed.
 *
 * @param <E> what the topic carries
 */
public final class TopicReplay<E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReplay.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Topic<E> topic;
    private final GrouplessConsumers consumers;
    private final String clientId;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param clientId what the broker calls the reader
     * @param patience how long Kafka may be silent
     */
    public TopicReplay(Topic<E> topic, KafkaProperties kafka, String clientId, Duration patience, Clock clock) {
        this.topic = topic;
        this.consumers = new GrouplessConsumers(kafka.buildConsumerProperties());
        this.clientId = clientId;
        this.patience = patience;
        this.clock = clock;
    }

    /** The topic's name. */
    String name() {
        return topic.name();
    }

    /**
     * Gives the events in batches, in the order of each partition. A record that is no event of the topic is logged and passed over.
     *
     * @return how many records there were
     * @throws IllegalStateException if Kafka gave nothing for the length of the patience
     */
    long readInto(java.util.function.Consumer<List<Envelope<E>>> taker) {
        try (Consumer<String, byte[]> consumer = consumers.consumer(clientId, LostPlace.EARLIEST)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name(), patience).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
            Instant giveUp = clock.instant().plus(patience);
            long read = 0;
            while (!atEnd(consumer, ends)) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    read += records.count();
                    taker.accept(decoded(records));
                    giveUp = clock.instant().plus(patience);
                } else if (clock.instant().isAfter(giveUp)) {
                    throw new IllegalStateException("Kafka gave nothing of " + topic.name() + " for " + patience
                            + ", so it cannot be read back");
                }
            }
            return read;
        }
    }

    private boolean atEnd(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
    }

    private List<Envelope<E>> decoded(ConsumerRecords<String, byte[]> records) {
        List<Envelope<E>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(EventCodec.decode(topic, record));
            } catch (UndecodableEvent e) {
                // somebody else's record on our topic is none of ours
                LOG.error("Passed over {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
            }
        }
        return events;
    }
}
