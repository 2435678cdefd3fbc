package io.casewire.notify.delivery.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last events and who is looking. Handing out never waits: a reader whose queue is full is let go, and comes back
 * with the id of the last event it saw.
 */
final class LiveEvents {
    private final int kept;
    private final int mostReaders;
    private final int queued;
    private final Deque<LiveEvent> recent = new ArrayDeque<>();
    private final Set<Reader> readers = new HashSet<>();
    private boolean closed;

    /**
     * Without events or readers.
     *
     * @param kept events kept for readers that come back
     * @param queued events a reader may be behind
     */
    LiveEvents(int kept, int mostReaders, int queued) {
        this.kept = kept;
        this.mostReaders = mostReaders;
        this.queued = queued;
    }

    synchronized void add(LiveEvent event) {
        recent.addLast(event);
        if (recent.size() > kept) {
            recent.removeFirst();
        }
        readers.removeIf(reader -> !reader.take(event));
    }

    /**
     * A new reader.
     *
     * @param lastSeen id of the last event seen; what came since is handed out first if it is still known, and otherwise
     *     all that is kept. Null starts with what comes next.
     * @return empty when there are as many readers as are allowed
     */
    synchronized Optional<Reader> join(@Nullable String lastSeen) {
        if (closed || readers.size() >= mostReaders) {
            return Optional.empty();
        }
        Reader reader = new Reader(Math.max(queued, kept) + queued);
        since(lastSeen).forEach(reader::take);
        readers.add(reader);
        return Optional.of(reader);
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
    }

    synchronized int readers() {
        return readers.size();
    }

    /** Lets all readers go and takes no more. */
    synchronized void close() {
        closed = true;
        readers.forEach(Reader::end);
        readers.clear();
    }

    private List<LiveEvent> since(@Nullable String lastSeen) {
        if (lastSeen == null) {
            return List.of();
        }
        List<LiveEvent> since = new ArrayList<>(recent);
        for (int i = since.size() - 1; i >= 0; i--) {
            if (since.get(i).id().equals(lastSeen)) {
                return since.subList(i + 1, since.size());
            }
        }
        return since;
    }

    /** Somebody looking. */
    static final class Reader {
        private final BlockingQueue<LiveEvent> queue;
        private volatile boolean ended;

        private Reader(int capacity) {
            queue = new LinkedBlockingQueue<>(capacity);
        }

        /** The next event, waited for that long; empty when none came. */
        Optional<LiveEvent> next(long timeout, TimeUnit unit) throws InterruptedException {
            return Optional.ofNullable(queue.poll(timeout, unit));
        }

        /** Whether it was let go: no more events come. */
        boolean ended() {
            return ended;
        }

        private boolean take(LiveEvent event) {
            ended = ended || !queue.offer(event);
            return !ended;
        }

        private void end() {
            ended = true;
        }
    }
}
