package io.casewire.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What listeners do about a partition that they cannot read on. Polling again at once finds the same damage some thousand times a second: so the partition
 * is paused, the others go on, and a check with growing pauses finds out when it can be read again; then the listener is started anew, as its
 * consumer keeps the damaged bytes. What an operator gave up is left out, with a dead letter that says so.
 */
final class StuckPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(StuckPartitions.class);
    private static final Duration MAX_PAUSE_BETWEEN_CHECKS = Duration.ofMinutes(5);
    /** A consumer that waits for records asks twice a second; one whose broker fails at once, some hundred times. */
    private static final double MAX_FETCHES_PER_SECOND = 50;

    private final UnreadableRecords records;
    private final DeadLetters deadLetters;
    private final ReadCheck check;
    private final MessagingSettings settings;
    private final Map<String, Thread> checks = new ConcurrentHashMap<>();
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Fetches> fetches = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    StuckPartitions(UnreadableRecords records, DeadLetters deadLetters, ReadCheck check, MessagingSettings settings) {
        this.records = records;
        this.deadLetters = deadLetters;
        this.check = check;
        this.settings = settings;
    }

    /** Counts what that listener cannot read, from now on. */
    void watch(String group) {
        records.watch(group);
    }

    void start() {
        stopped = false;
    }

    void stop() {
        stopped = true;
        fetches.clear();
        checks.values().forEach(Thread::interrupt);
    }

    /** What a listener fails of that is not about a place in the log; empty while polling works. */
    Optional<String> failure(String group) {
        return Optional.ofNullable(failures.get(group)).map(Failures::reason);
    }

    /** A listener got records: what kept it from polling is over. */
    void onRecords(String group) {
        if (failures.remove(group) != null) {
            LOG.info("{} polls again", group);
        }
    }

    /** On the thread of a consumer whose poll threw. */
    void onPollFailed(String group, Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container) {
        UnreadableRecord named =
                UnreadableRecord.of(failure, consumer::position).orElse(null);
        List<UnreadableRecord> found = named == null ? unreadable(consumer) : List.of(named);
        if (found.isEmpty()) {
            pause(group, failure, container);
        } else {
            found.forEach(record -> leaveOutOrHold(group, record, consumer, container));
            if (named == null) {
                discardFetched(consumer, found);
            }
        }
    }

    private void leaveOutOrHold(
            String group, UnreadableRecord record, Consumer<?, ?> consumer, MessageListenerContainer container) {
        TopicPartition partition = record.position().topicPartition();
        OptionalLong behind = records.behind(record.position());
        if (behind.isEmpty()) {
            hold(group, record, container);
            return;
        }
        // from inside a damaged batch it takes a step for each of its records
        long next = Math.max(behind.getAsLong(), consumer.position(partition) + 1);
        keep(group, record, next);
        consumer.seek(partition, next);
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
    }

    /** The partitions in which the next record cannot be read, asked one by one. */
    private List<UnreadableRecord> unreadable(Consumer<?, ?> consumer) {
        List<UnreadableRecord> found = new ArrayList<>();
        for (TopicPartition partition : reading(consumer)) {
            check.at(new TopicPosition(partition.topic(), partition.partition(), consumer.position(partition)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Makes the client forget what it fetched of these partitions. It looks into that first, whatever is paused, and fails of it before it comes
     * to the other partitions; but what does not begin at the position is thrown away.
     */
    private static void discardFetched(Consumer<?, ?> consumer, List<UnreadableRecord> records) {
        Set<TopicPartition> reading = reading(consumer);
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (UnreadableRecord record : records) {
            TopicPartition partition = record.position().topicPartition();
            if (consumer.assignment().contains(partition)) {
                positions.put(partition, consumer.position(partition));
            }
        }
        consumer.pause(reading);
        positions.forEach((partition, position) -> consumer.seek(partition, position + 1));
        try {
            consumer.poll(Duration.ZERO);
        } finally {
            positions.forEach(consumer::seek);
            consumer.resume(reading);
        }
    }

    private static Set<TopicPartition> reading(Consumer<?, ?> consumer) {
        Set<TopicPartition> reading = new HashSet<>(consumer.assignment());
        reading.removeAll(consumer.paused());
        return reading;
    }

    /** On the thread of a consumer that got nothing for a while: finds out whether it spins. */
    void onIdle(String group, Consumer<?, ?> consumer, BatchListener<?> listener, MessageListenerContainer container) {
        Fetches now = Fetches.of(consumer);
        Fetches before = fetches.put(Thread.currentThread(), now);
        if (before == null || now.rateSince(before) < MAX_FETCHES_PER_SECOND) {
            return;
        }
        for (TopicPartition partition : reading(consumer)) {
            TopicPosition position =
                    new TopicPosition(partition.topic(), partition.partition(), consumer.position(partition));
            onNoProgress(group, position, listener, container);
        }
    }

    /**
     * A listener has not come on for a while although there is more to read. Most often it is busy or waits for the store; but a broker that cannot
     * read its own file may answer with nothing, or with errors that the client keeps to itself.
     */
    void onNoProgress(
            String group, TopicPosition position, BatchListener<?> listener, MessageListenerContainer container) {
        if (records.isKnown(group, position.topic(), position.partition())) {
            return;
        }
        check.at(position).ifPresent(record -> {
            OptionalLong behind = records.behind(record.position());
            if (behind.isEmpty()) {
                hold(group, record, container);
            } else {
                keep(group, record, behind.getAsLong());
                listener.seek(record.position().topicPartition(), behind.getAsLong());
            }
        });
    }

    private void hold(String group, UnreadableRecord record, MessageListenerContainer container) {
        records.report(group, record);
        container.pausePartition(record.position().topicPartition());
        checks.computeIfAbsent(
                group + ' ' + record.position().topicPartition(),
                key -> Thread.ofVirtual().name("read-check").start(() -> {
                    try {
                        checkUntilReadable(group, record.position(), container);
                    } finally {
                        checks.remove(key);
                    }
                }));
    }

    private void checkUntilReadable(String group, TopicPosition position, MessageListenerContainer container) {
        TopicPartition partition = position.topicPartition();
        long pause = settings.retryMax().toMillis();
        while (!stopped) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = Math.min(pause * 2, MAX_PAUSE_BETWEEN_CHECKS.toMillis());
            Collection<TopicPartition> assigned = container.getAssignedPartitions();
            if (assigned == null || !assigned.contains(partition)) {
                // another instance's business now
                records.clear(group, position.topic(), position.partition());
                return;
            }
            if (check.at(position).isEmpty()) {
                records.clear(group, position.topic(), position.partition());
                container.resumePartition(partition);
                container.stop();
                if (!stopped) {
                    container.start();
                }
                return;
            }
        }
    }

    // once for each place, not for each step
    private void keep(String group, UnreadableRecord record, long next) {
        if (kept.add(group + ' ' + record.position())) {
            records.skipped(group, record, next);
            deadLetters.keepUnreadable(group, record);
        }
    }

    private void pause(String group, Exception failure, MessageListenerContainer container) {
        Failures before = failures.get(group);
        Failures now = before == null
                ? new Failures(
                        String.valueOf(failure.getMessage()),
                        settings.retryInitial().toMillis())
                : before.longer(settings.retryMax().toMillis());
        failures.put(group, now);
        if (before == null) {
            LOG.error("{} cannot poll and tries again with growing pauses", group, failure);
        }
        try {
            ListenerUtils.stoppableSleep(container, now.pauseMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Fetches(double count, long nanos) {
        static Fetches of(Consumer<?, ?> consumer) {
            double count = consumer.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals("fetch-total")
                            && metric.getValue().metricValue() instanceof Double)
                    .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                    .sum();
            return new Fetches(count, System.nanoTime());
        }

        double rateSince(Fetches before) {
            return (count - before.count) * 1e9 / Math.max(1, nanos - before.nanos);
        }
    }

    private record Failures(String reason, long pauseMillis) {
        Failures longer(long most) {
            return new Failures(reason, Math.min(most, pauseMillis * 2));
        }
    }
}
