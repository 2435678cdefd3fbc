package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.messaging.deadletter.Attempt;
import io.casewire.messaging.deadletter.Attempt.Outcome;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Turns Kafka batches into events for one handler and sorts what goes wrong by what must happen next ({@link
 * DeadLetterDecision}): reject (dead letter at once), retry later (thrown on, so that the container keeps the order and
 * repeats), bug (few repetitions, then one by one, then dead letter).
 */
final class BatchListener<E extends Event> implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {
    private static final Logger LOG = LoggerFactory.getLogger(BatchListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Batches of different partitions are handled at once; what is handled again, alone, as its partition may be at work. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock();

    private final String group;
    private final Map<String, Topic<E>> topics;
    private final EventHandler<E> handler;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Traces traces;
    private final Runnable onRecords;
    private final Map<TopicPartition, ConsumerSeekCallback> seeks = new ConcurrentHashMap<>();

    /** @param onRecords told before each batch */
    BatchListener(
            String group,
            EventListener<E> listener,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Traces traces,
            Runnable onRecords) {
        this.group = group;
        this.topics = listener.topics().stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        this.handler = listener.handler();
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.traces = traces;
        this.onRecords = onRecords;
        // from the start, so that the first dead letter is seen as one more and not as something new
        topics.keySet().forEach(topic -> DeadLetters.counter(meters, topic, group));
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        onRecords.run();
        Instant began = Instant.now();
        List<Entry<E>> entries = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                entries.add(new Entry<>(record, received(record)));
            } catch (UndecodableEvent e) {
                deadLetters.keep(group, record, e);
            }
        }
        Lock turn = turns.readLock();
        turn.lock();
        try {
            handle(entries);
        } finally {
            turn.unlock();
        }
        traces.handled(group, records, began);
        Counter.builder("casewire.events.received")
                .description("Records read from topics")
                .tag("group", group)
                .register(meters)
                .increment(records.size());
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        assignments.keySet().forEach(partition -> seeks.put(partition, callback));
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            partitions.forEach(seeks::remove);
        }
    }

    /** Lets the consumer that has the partition read it from that offset on; does nothing where this instance has it no longer. */
    void seek(TopicPartition partition, long offset) {
        ConsumerSeekCallback callback = seeks.get(partition);
        if (callback != null) {
            callback.seek(partition.topic(), partition.partition(), offset);
        }
    }

    /** Has an event handled that was put aside, beside the batches; nothing is put aside anew. */
    Attempt again(ConsumerRecord<String, byte[]> record) {
        Lock turn = turns.writeLock();
        try {
            if (!turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return new Attempt(Outcome.NOT_NOW, "The listener is busy.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(Outcome.NOT_NOW, "The service is about to end.");
        }
        try {
            handler.on(List.of(received(record)));
            LOG.info(
                    "{} handled what it had put aside of {}-{}@{}",
                    group,
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Attempt.handled();
        } catch (UndecodableEvent | RejectedEvent e) {
            return Attempt.of(Outcome.REJECTED, e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} fails again of {}-{}@{}", group, record.topic(), record.partition(), record.offset(), e);
            return Attempt.of(DeadLetterDecision.mustWait(e) ? Outcome.NOT_NOW : Outcome.FAILED, e);
        } finally {
            turn.unlock();
        }
    }

    private void handle(List<Entry<E>> entries) {
        List<Entry<E>> left = new ArrayList<>(entries);
        int failures = 0;
        while (!left.isEmpty()) {
            try {
                handler.on(left.stream().map(Entry::received).toList());
                return;
            } catch (RejectedEvent e) {
                reject(left, e);
            } catch (RuntimeException | StackOverflowError e) {
                if (DeadLetterDecision.mustWait(e)) {
                    throw e;
                }
                failures++;
                LOG.warn(
                        "{} failed on a batch of {} ({} of {})",
                        group,
                        left.size(),
                        failures,
                        DeadLetterDecision.REPETITIONS_OF_A_BUG,
                        e);
                if (failures > DeadLetterDecision.REPETITIONS_OF_A_BUG) {
                    handleOneByOne(left);
                    return;
                }
            }
        }
    }

    private void handleOneByOne(List<Entry<E>> entries) {
        for (Entry<E> entry : entries) {
            try {
                handler.on(List.of(entry.received()));
            } catch (RuntimeException | StackOverflowError e) {
                if (DeadLetterDecision.mustWait(e)) {
                    throw e;
                }
                deadLetters.keep(group, entry.record(), e);
            }
        }
    }

    private void reject(List<Entry<E>> left, RejectedEvent rejection) {
        Entry<E> rejected = left.stream()
                .filter(entry -> entry.received().equals(rejection.received()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(group + " rejected an event it was not given", rejection));
        deadLetters.keep(group, rejected.record(), rejection);
        left.remove(rejected);
    }

    private Received<E> received(ConsumerRecord<String, byte[]> record) {
        Topic<E> topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalStateException(
                    group + " got a record of " + record.topic() + ", which it did not ask for");
        }
        TopicPosition position = new TopicPosition(record.topic(), record.partition(), record.offset());
        return record.value() == null
                ? new Received<>(topic, EventCodec.tombstone(topic, record), null, position)
                : new Received<>(topic, record.key(), EventCodec.decode(topic, record), position);
    }

    private record Entry<E extends Event>(ConsumerRecord<String, byte[]> record, Received<E> received) {}
}
