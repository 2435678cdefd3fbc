package io.casewire.notify.delivery.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The last events of the public topics, and who follows. Of each partition it holds everything from some offset on, so that whoever stands there or
 * later can go on from here without a gap. Handing out never waits: a follower that is too far behind is let go, and comes back with its place.
 */
final class StreamWindow {
    private final int kept;
    private final long keptBytes;
    private final int queued;
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Set<Follower> followers = new HashSet<>();
    private long bytes;
    private @Nullable TopicIds topics;
    private boolean closed;

    /**
     * An empty one, which nobody can follow yet.
     *
     * @param kept events
     * @param keptBytes of their records together; the last event is kept whatever its size
     * @param queued events a follower may be behind
     */
    StreamWindow(int kept, long keptBytes, int queued) {
        this.kept = kept;
        this.keptBytes = keptBytes;
        this.queued = queued;
    }

    /** From that offset on the partition's records will be added. */
    synchronized void begin(TopicPartition partition, long offset) {
        begins.put(partition, offset);
        ends.put(partition, offset);
    }

    /** It holds the last events now and can be followed. */
    synchronized void open(TopicIds ids) {
        topics = ids;
        notifyAll();
    }

    /** Adds the next event of its partition. */
    synchronized void add(LiveEvent event) {
        events.addLast(event);
        ends.merge(event.partition(), event.offset() + 1, Math::max);
        bytes += event.size();
        while (events.size() > kept || (bytes > keptBytes && events.size() > 1)) {
            LiveEvent oldest = events.removeFirst();
            bytes -= oldest.size();
            begins.merge(oldest.partition(), oldest.offset() + 1, Math::max);
        }
        followers.removeIf(follower -> !follower.take(event));
        event.facts().forget();
    }

    /** Everything before that offset of the partition was added, or is nothing to show. */
    synchronized void advance(TopicPartition partition, long offset) {
        ends.merge(partition, offset, Math::max);
    }

    /** Leaves a stretch of a partition out, and tells who follows. */
    synchronized void leaveOut(Gap gap, TopicPartition partition, long next) {
        begins.put(partition, next);
        ends.merge(partition, next, Math::max);
        events.removeIf(event -> event.partition().equals(partition));
        bytes = events.stream().mapToLong(LiveEvent::size).sum();
        followers.removeIf(follower -> !follower.take(gap));
    }

    /** Where the next record of each partition is expected. */
    synchronized Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** Forgets everything and lets all go: the topics are others than before. */
    synchronized void reset() {
        topics = null;
        events.clear();
        bytes = 0;
        begins.clear();
        ends.clear();
        letGo();
    }

    /** Lets all go and takes nobody any more. */
    synchronized void close() {
        closed = true;
        letGo();
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The topics it is about, waited for that long; empty when it is not open by then. */
    synchronized Optional<TopicIds> topics(long timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        long left = unit.toNanos(timeout);
        while (topics == null && !closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        return closed ? Optional.empty() : Optional.ofNullable(topics);
    }

    /** Where each partition begins here; who stands before that must read from Kafka first. */
    synchronized Map<TopicPartition, Long> begins() {
        return Map.copyOf(begins);
    }

    /**
     * Follows from a place on.
     *
     * @return empty when the place lies before what is held, or when it is closed
     */
    Optional<Follower> follow(StreamPositions from, Predicate<LiveEvent> filter) {
        return canFollow(from) ? follow(from, judged(filter, from), filter) : Optional.empty();
    }

    private synchronized boolean canFollow(StreamPositions from) {
        return !closed
                && topics != null
                && begins.entrySet().stream().noneMatch(begin -> from.in(begin.getKey()) < begin.getValue());
    }

    /** Found out before the lock is taken, which nobody is to hold while texts are read. */
    private Predicate<LiveEvent> judged(Predicate<LiveEvent> filter, StreamPositions from) {
        List<LiveEvent> held;
        synchronized (this) {
            held = List.copyOf(events);
        }
        return JudgedEvents.of(filter, held, from);
    }

    private synchronized Optional<Follower> follow(
            StreamPositions from, Predicate<LiveEvent> judged, Predicate<LiveEvent> filter) {
        if (!canFollow(from)) {
            return Optional.empty();
        }
        List<LiveEvent> missed = inOrder(events.stream()
                .filter(event -> event.offset() >= from.in(event.partition()) && judged.test(event))
                .toList());
        Follower follower = new Follower(from, filter, missed, queued);
        followers.add(follower);
        return Optional.of(follower);
    }

    /** Follows from the last so many events on that the filter lets through; fewer where not so many are held. */
    Optional<Follower> followLast(int count, Predicate<LiveEvent> filter) {
        Predicate<LiveEvent> judged = judged(filter, StreamPositions.BEGINNING);
        synchronized (this) {
            return follow(last(count, judged), judged, filter);
        }
    }

    synchronized void leave(Follower follower) {
        followers.remove(follower);
    }

    /** How far a follower has come that has nothing before it: to the end, whatever its filter let through. */
    synchronized StreamPositions position(Follower follower, StreamPositions reached) {
        if (!follower.queue.isEmpty() || follower.ended) {
            return reached;
        }
        StreamPositions position = reached;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            position = position.atLeast(end.getKey(), end.getValue());
        }
        return position;
    }

    private StreamPositions last(int count, Predicate<LiveEvent> filter) {
        Map<TopicPartition, Deque<LiveEvent>> left =
                byPartition(events.stream().filter(filter).toList());
        Map<TopicPartition, Long> from = new HashMap<>(ends);
        PriorityQueue<Deque<LiveEvent>> latest = new PriorityQueue<>(Comparator.comparing(
                        (Deque<LiveEvent> queue) -> queue.getLast().line().recordedTime())
                .reversed());
        latest.addAll(left.values());
        for (int i = 0; i < count && !latest.isEmpty(); i++) {
            Deque<LiveEvent> queue = latest.remove();
            LiveEvent event = queue.removeLast();
            from.put(event.partition(), event.offset());
            if (!queue.isEmpty()) {
                latest.add(queue);
            }
        }
        return StreamPositions.of(from);
    }

    // by time, but never against the order within a partition
    private static List<LiveEvent> inOrder(Collection<LiveEvent> some) {
        PriorityQueue<Deque<LiveEvent>> earliest = new PriorityQueue<>(Comparator.comparing(
                        (Deque<LiveEvent> queue) -> queue.getFirst().line().recordedTime())
                .thenComparing(queue -> queue.getFirst().partition(), StreamPositions.ORDER));
        earliest.addAll(byPartition(some).values());
        List<LiveEvent> ordered = new ArrayList<>(some.size());
        while (!earliest.isEmpty()) {
            Deque<LiveEvent> queue = earliest.remove();
            ordered.add(queue.removeFirst());
            if (!queue.isEmpty()) {
                earliest.add(queue);
            }
        }
        return ordered;
    }

    private static Map<TopicPartition, Deque<LiveEvent>> byPartition(Collection<LiveEvent> some) {
        Map<TopicPartition, Deque<LiveEvent>> queues = new HashMap<>();
        some.forEach(event -> queues.computeIfAbsent(event.partition(), _ -> new ArrayDeque<>())
                .addLast(event));
        return queues;
    }

    private void letGo() {
        followers.forEach(Follower::end);
        followers.clear();
    }

    /** Somebody who follows. */
    static final class Follower {
        private final StreamPositions from;
        private final Predicate<LiveEvent> filter;
        private final BlockingQueue<StreamItem> queue;
        private volatile boolean ended;

        private Follower(StreamPositions from, Predicate<LiveEvent> filter, List<LiveEvent> missed, int queued) {
            this.from = from;
            this.filter = filter;
            this.queue = new LinkedBlockingQueue<>(missed.size() + queued);
            queue.addAll(missed);
        }

        /** Where it began. */
        StreamPositions from() {
            return from;
        }

        /** The next item, waited for that long; empty when none came. */
        Optional<StreamItem> next(long timeout, TimeUnit unit) throws InterruptedException {
            return Optional.ofNullable(queue.poll(timeout, unit));
        }

        /** Whether it was let go: no more items come. */
        boolean ended() {
            return ended;
        }

        private boolean take(LiveEvent event) {
            boolean wanted = event.offset() >= from.in(event.partition()) && filter.test(event);
            return !wanted || offer(event);
        }

        private boolean take(Gap gap) {
            return offer(gap);
        }

        private boolean offer(StreamItem item) {
            ended = ended || !queue.offer(item);
            return !ended;
        }

        private void end() {
            ended = true;
        }
    }
}
