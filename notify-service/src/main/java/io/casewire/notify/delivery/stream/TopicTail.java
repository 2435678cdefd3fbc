package io.casewire.notify.delivery.stream;

import io.casewire.messaging.BackgroundWork;
import io.casewire.messaging.TopicPosition;
import io.casewire.messaging.UnreadableRecord;
import io.casewire.messaging.UnreadableRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the end of the topics whose events may be seen as lines, and keeps the window filled. Deliveries may not; of obligations a
 * line tells no more than the region, the case and the kind of event.
 */
final class TopicTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private final StreamConsumers consumers;
    private final StreamWindow window;
    private final int first;
    private final UnreadableRecords unreadable;
    private final String name;
    private final BackgroundWork following = new BackgroundWork("topic-tail", this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> open;
    // these are the tail's thread's own
    private Map<String, Uuid> topics = Map.of();
    private Map<TopicPartition, Long> lastLook = Map.of();
    private Duration pause = FIRST_PAUSE;
    private boolean failing;

    /**
     * A tail that does not follow yet.
     *
     * @param first events that a first look shows: as many are read of each partition, as all may lie in one
     * @param name under which what cannot be read is reported
     */
    TopicTail(StreamConsumers consumers, StreamWindow window, int first, UnreadableRecords unreadable, String name) {
        this.consumers = consumers;
        this.window = window;
        this.first = first;
        this.unreadable = unreadable;
        this.name = name;
        unreadable.watch(name);
    }

    @Override
    public void start() {
        following.start();
    }

    @Override
    public void stop() {
        following.endSoon();
        window.close();
        KafkaConsumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            following.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return following.isWanted();
    }

    private void run() {
        while (following.isWanted()) {
            try (KafkaConsumer<String, byte[]> consumer = consumers.consumer("casewire-notify-stream");
                    Admin admin = consumers.admin()) {
                open = consumer;
                follow(consumer, admin);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The tail was told to stop");
            } catch (OffsetOutOfRangeException e) {
                startAnew(e);
            } catch (KafkaException | IllegalStateException e) {
                if (!leaveOutUnreadable(e)) {
                    pauseAfter(e);
                }
            } finally {
                open = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, Admin admin) {
        Set<TopicPartition> assigned = new HashSet<>();
        long looked = System.nanoTime() - BETWEEN_LOOKS.toNanos();
        Map<TopicPartition, Long> opening = new HashMap<>();
        boolean opened = false;
        while (following.isWanted()) {
            if (System.nanoTime() - looked >= (opened ? BETWEEN_LOOKS : POLL).toNanos()) {
                looked = System.nanoTime();
                opening.putAll(look(consumer, admin, assigned));
            }
            if (assigned.isEmpty()) {
                pause(POLL);
                continue;
            }
            consumer.poll(opened ? POLL : Duration.ofMillis(200)).forEach(this::take);
            assigned.forEach(partition -> window.advance(partition, consumer.position(partition)));
            if (failing) {
                failing = false;
                pause = FIRST_PAUSE;
                LOG.info("The live stream goes on");
            }
            if (!opened && hasAll(topics) && isThere(window.ends(), opening)) {
                window.open(new TopicIds(topics));
                opened = true;
            }
        }
    }

    private static boolean hasAll(Map<String, Uuid> topics) {
        return topics.keySet().containsAll(ShownTopics.NAMES);
    }

    private static boolean isThere(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> wanted) {
        return wanted.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /**
     * Looks for partitions that are new, for topics that were made anew, and for partitions that do not come on.
     *
     * @return ends of the partitions taken up
     */
    private Map<TopicPartition, Long> look(
            KafkaConsumer<String, byte[]> consumer, Admin admin, Set<TopicPartition> assigned) {
        Map<String, TopicDescription> there = ShownTopics.describe(admin, PATIENCE);
        Map<String, Uuid> now = new HashMap<>();
        there.forEach((topic, description) -> now.put(topic, description.topicId()));
        if (topics.entrySet().stream().anyMatch(known -> !known.getValue().equals(now.get(known.getKey())))) {
            topics = Map.of();
            window.reset();
            throw new KafkaException("Topics were made anew");
        }
        Set<TopicPartition> fresh = there.values().stream()
                .flatMap(description -> description.partitions().stream()
                        .map(partition -> new TopicPartition(description.name(), partition.partition())))
                .filter(partition -> !assigned.contains(partition))
                .collect(Collectors.toSet());
        boolean opened = hasAll(topics);
        topics = now;
        leaveOutWhereNothingComes(consumer, assigned);
        return take(consumer, assigned, fresh, opened);
    }

    private Map<TopicPartition, Long> take(
            KafkaConsumer<String, byte[]> consumer,
            Set<TopicPartition> assigned,
            Set<TopicPartition> fresh,
            boolean opened) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(fresh, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh, PATIENCE);
        Map<TopicPartition, Long> known = window.ends();
        assigned.addAll(fresh);
        consumer.assign(assigned);
        for (TopicPartition partition : fresh) {
            long begin = begins.getOrDefault(partition, 0L);
            Long reached = known.get(partition);
            if (reached == null) {
                // a partition that appears later is new, so all of it is
                reached = opened ? begin : Math.max(begin, ends.getOrDefault(partition, 0L) - first);
                window.begin(partition, reached);
            }
            consumer.seek(partition, reached);
        }
        return ends;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        LiveEvent.of(record).ifPresent(window::add);
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        window.advance(partition, record.offset() + 1);
    }

    /** Retention, or a loss of records, took the place the tail stood at. */
    private void startAnew(OffsetOutOfRangeException failure) {
        LOG.warn("The live stream starts anew: {}", failure.getMessage());
        topics = Map.of();
        window.reset();
    }

    /** Whether it failed of a record that cannot be read, and goes on at the end of that partition. */
    private boolean leaveOutUnreadable(RuntimeException failure) {
        Map<TopicPartition, Long> ends = window.ends();
        Optional<UnreadableRecord> named = UnreadableRecord.of(failure, partition -> ends.getOrDefault(partition, 0L));
        if (named.isPresent()) {
            leaveOut(named.get());
            return true;
        }
        boolean found = false;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            Optional<UnreadableRecord> record = unreadable.find(place(end.getKey(), end.getValue()));
            record.ifPresent(this::leaveOut);
            found |= record.isPresent();
        }
        return found;
    }

    /** A broker that cannot read its own file may hand out nothing, or answer with errors that the client keeps to itself. */
    private void leaveOutWhereNothingComes(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        Map<TopicPartition, Long> reached = window.ends();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, PATIENCE);
        for (TopicPartition partition : assigned) {
            Long at = reached.get(partition);
            if (at != null && at < ends.getOrDefault(partition, 0L) && at.equals(lastLook.get(partition))) {
                unreadable.find(place(partition, at)).ifPresent(record -> {
                    leaveOut(record);
                    consumer.seek(partition, window.ends().getOrDefault(partition, at));
                });
            }
        }
        lastLook = reached;
    }

    /** Goes on at the end of the partition: who resumes reads around the damage from Kafka, record by record. */
    private void leaveOut(UnreadableRecord record) {
        TopicPartition partition =
                new TopicPartition(record.position().topic(), record.position().partition());
        if (unreadable.behind(record.position()).isEmpty()) {
            unreadable.report(name, record);
        }
        long from = Math.max(
                window.ends().getOrDefault(partition, 0L), record.position().offset());
        long next = Math.max(end(partition), from + 1);
        window.leaveOut(Gap.unreadable(partition, from, next), partition, next);
    }

    private long end(TopicPartition partition) {
        try (KafkaConsumer<String, byte[]> asking = consumers.consumer("casewire-notify-stream-end")) {
            return asking.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        }
    }

    private static TopicPosition place(TopicPartition partition, long offset) {
        return new TopicPosition(partition.topic(), partition.partition(), offset);
    }

    private void pauseAfter(RuntimeException failure) {
        if (!failing) {
            failing = true;
            LOG.warn("The live stream waits for Kafka: {}", failure.getMessage());
        }
        pause(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : longer;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
