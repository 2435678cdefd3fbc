package io.casewire.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;

/** The loop around Kafka's consumer. It polls while an event waits to be given again, so that the group takes it for alive. */
final class Reading implements ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(500);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafka;
    private final Consumer<ConsumerRebalanceListener> subscription;
    private final Attempts attempts;
    private final boolean fromBeginning;
    private final Runnable caughtUp;

    private final Deque<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    /** Ends of the partitions when they were given to this reader; what lies before them is history. */
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    private boolean isCaughtUp;
    private volatile boolean stopping;

    Reading(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafka,
            Consumer<ConsumerRebalanceListener> subscription,
            Attempts attempts,
            boolean fromBeginning,
            Runnable caughtUp) {
        this.kafka = kafka;
        this.subscription = subscription;
        this.attempts = attempts;
        this.fromBeginning = fromBeginning;
        this.caughtUp = caughtUp;
    }

    void run() {
        boolean interrupted = false;
        try (kafka) {
            subscription.accept(this);
            try {
                while (!stopping) {
                    step();
                }
            } catch (WakeupException e) {
                if (!stopping) {
                    throw e;
                }
            } catch (InterruptedException _) {
                interrupted = true;
            } finally {
                commitLast();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void stop() {
        stopping = true;
        kafka.wakeup();
    }

    /** Of one that never ran. */
    void abandon() {
        kafka.close();
    }

    private void step() throws InterruptedException {
        Duration pause = attempts.pause();
        if (fetched.isEmpty()) {
            kafka.resume(kafka.paused());
            kafka.poll(POLL).forEach(fetched::addLast);
        } else {
            kafka.pause(kafka.assignment());
            kafka.poll(pause.compareTo(POLL) < 0 ? pause : POLL).forEach(fetched::addLast);
            if (attempts.pause().isPositive()) {
                return;
            }
        }
        handleFetched();
        commit(handled);
        if (fetched.isEmpty()) {
            tellIfCaughtUp();
        }
    }

    private void handleFetched() throws InterruptedException {
        for (ConsumerRecord<String, byte[]> next = fetched.peekFirst();
                next != null && !stopping && attempts.on(next);
                next = fetched.peekFirst()) {
            fetched.removeFirst();
            handled.put(
                    new TopicPartition(next.topic(), next.partition()),
                    new OffsetAndMetadata(next.offset() + 1, next.leaderEpoch(), ""));
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            kafka.commitSync(Map.copyOf(offsets));
            handled.keySet().removeAll(Set.copyOf(offsets.keySet()));
        } catch (RebalanceInProgressException | CommitFailedException _) {
            // what is committed too late is read again, and known by then
        }
    }

    private void commitLast() {
        try {
            commit(handled);
        } catch (WakeupException _) {
            // that which ended the reading; it is thrown once
            commit(handled);
        }
    }

    private void tellIfCaughtUp() {
        if (isCaughtUp) {
            return;
        }
        ends.keySet().removeIf(partition -> !kafka.assignment().contains(partition));
        isCaughtUp = !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
        if (isCaughtUp) {
            ends.clear();
            caughtUp.run();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (fromBeginning) {
            kafka.seekToBeginning(partitions);
        }
        if (!isCaughtUp) {
            ends.putAll(kafka.endOffsets(partitions));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> theirs = new HashMap<>(handled);
        theirs.keySet().retainAll(partitions);
        commit(theirs);
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        ConsumerRecord<String, byte[]> inHand = fetched.peekFirst();
        fetched.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
        if (fetched.peekFirst() != inHand) {
            attempts.forget();
        }
        handled.keySet().removeAll(Set.copyOf(partitions));
        ends.keySet().removeAll(Set.copyOf(partitions));
    }
}
