package io.casewire.notify.delivery.stream;

import io.casewire.notify.delivery.stream.CatchUp.SinkClosed;
import io.casewire.notify.delivery.stream.StreamWindow.Follower;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One reader of the stream, from its first event to its end, on a thread of its own. */
final class StreamSession {
    /** How soon a reader that is let go notices, which a stopping service waits for. */
    private static final long SLICE_MILLIS = 500;

    private final StreamWindow window;
    private final StreamConsumers consumers;
    private final Semaphore catchUps;
    private final StreamSettings settings;
    private final Predicate<LiveEvent> filter;
    private final Output output;
    private long silentSince = System.nanoTime();
    private @Nullable StreamPositions announced;

    StreamSession(
            StreamWindow window,
            StreamConsumers consumers,
            Semaphore catchUps,
            StreamSettings settings,
            Predicate<LiveEvent> filter,
            Output output) {
        this.window = window;
        this.consumers = consumers;
        this.catchUps = catchUps;
        this.settings = settings;
        this.filter = filter;
        this.output = output;
    }

    /**
     * Hands over events until the reader goes, is let go, or the service stops.
     *
     * @param lastId of the last event the reader saw; null for one that looks for the first time
     * @throws SinkClosed when the reader is gone
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer; the reader comes back with its place
     */
    void run(@Nullable String lastId) throws SinkClosed, InterruptedException {
        TopicIds topics = topics();
        Follower follower = topics == null ? null : begin(topics, lastId);
        if (topics == null || follower == null) {
            return;
        }
        try {
            follow(topics, follower);
        } finally {
            window.leave(follower);
        }
    }

    private @Nullable TopicIds topics() throws SinkClosed, InterruptedException {
        while (!window.isClosed()) {
            Optional<TopicIds> topics = window.topics(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            if (topics.isPresent()) {
                return topics.get();
            }
            heartbeat(null, null);
        }
        return null;
    }

    private @Nullable Follower begin(TopicIds topics, @Nullable String lastId) throws SinkClosed, InterruptedException {
        if (lastId == null) {
            return window.followLast(settings.first(), filter).orElse(null);
        }
        return switch (EventIds.decode(lastId, topics)) {
            case EventIds.Unknown _ -> anew(topics, Gap.unknownId());
            case EventIds.OtherLog _ -> anew(topics, Gap.otherLog());
            case EventIds.Known known -> resume(topics, known.positions());
        };
    }

    private @Nullable Follower anew(TopicIds topics, Gap gap) throws SinkClosed {
        Follower follower = window.followLast(settings.first(), filter).orElse(null);
        if (follower != null) {
            send(topics, gap, follower.from());
        }
        return follower;
    }

    private @Nullable Follower resume(TopicIds topics, StreamPositions place) throws SinkClosed, InterruptedException {
        boolean known = isKnown(place);
        Optional<Follower> follower = known ? window.follow(place, filter) : Optional.empty();
        if (follower.isPresent()) {
            return follower.get();
        }
        while (!catchUps.tryAcquire(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
            heartbeat(topics, place);
        }
        try (CatchUp catchUp = new CatchUp(consumers)) {
            if (!known && catchUp.isAhead(place, window.ends())) {
                return anew(topics, Gap.ahead());
            }
            return catchUp(topics, place, catchUp);
        } finally {
            catchUps.release();
        }
    }

    /** Whether this instance has seen the log up to that place; another one may have seen more. */
    private boolean isKnown(StreamPositions place) {
        Map<TopicPartition, Long> ends = window.ends();
        return place.offsets().entrySet().stream()
                .allMatch(entry -> entry.getValue() <= ends.getOrDefault(entry.getKey(), 0L));
    }

    private @Nullable Follower catchUp(TopicIds topics, StreamPositions place, CatchUp catchUp) throws SinkClosed {
        CatchUp.Sink sink = new CatchUp.Sink() {
            @Override
            public void take(StreamItem item, StreamPositions behind) throws SinkClosed {
                if (!(item instanceof LiveEvent event) || filter.test(event)) {
                    send(topics, item, behind);
                }
            }

            @Override
            public void reached(StreamPositions position) throws SinkClosed {
                heartbeat(topics, position);
            }
        };
        StreamPositions at = place;
        while (!window.isClosed()) {
            Optional<Follower> follower = window.follow(at, filter);
            if (follower.isPresent()) {
                return follower.get();
            }
            for (Map.Entry<TopicPartition, Long> begin : window.begins().entrySet()) {
                if (at.in(begin.getKey()) < begin.getValue()) {
                    at = catchUp.read(at, begin.getKey(), begin.getValue(), sink);
                }
            }
        }
        return null;
    }

    private void follow(TopicIds topics, Follower follower) throws SinkClosed, InterruptedException {
        StreamPositions at = follower.from();
        while (!follower.ended()) {
            Optional<StreamItem> next = follower.next(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            if (next.isPresent()) {
                at = behind(next.get(), at);
                send(topics, next.get(), at);
            } else {
                at = window.position(follower, at);
                heartbeat(topics, at);
            }
        }
    }

    private static StreamPositions behind(StreamItem item, StreamPositions at) {
        return switch (item) {
            case LiveEvent event -> at.at(event.partition(), event.offset() + 1);
            case Gap gap -> {
                TopicPartition partition = gap.place();
                Long last = gap.to();
                yield partition == null || last == null ? at : at.atLeast(partition, last + 1);
            }
        };
    }

    private void send(TopicIds topics, StreamItem item, StreamPositions behind) throws SinkClosed {
        if (window.isClosed()) {
            throw new SinkClosed();
        }
        try {
            String id = EventIds.encode(behind, topics);
            switch (item) {
                case LiveEvent event -> output.event(event.line(), id);
                case Gap gap -> output.gap(gap, id);
            }
        } catch (IOException | IllegalStateException e) {
            throw new SinkClosed(e);
        }
        announced = behind;
        silentSince = System.nanoTime();
    }

    /** Shows that the stream stands; tells the place too, where a filter let nothing through on the way. */
    private void heartbeat(@Nullable TopicIds topics, @Nullable StreamPositions place) throws SinkClosed {
        if (System.nanoTime() - silentSince < settings.heartbeat().toNanos()) {
            return;
        }
        if (window.isClosed()) {
            throw new SinkClosed();
        }
        boolean moved = !Objects.equals(place, announced);
        try {
            output.alive(moved && topics != null && place != null ? EventIds.encode(place, topics) : null);
        } catch (IOException | IllegalStateException e) {
            throw new SinkClosed(e);
        }
        announced = place;
        silentSince = System.nanoTime();
    }

    /** The way to the reader. */
    interface Output {
        void event(LiveEvent.Line line, String id) throws IOException;

        void gap(Gap gap, String id) throws IOException;

        /** @param id place of the reader; null where it has not changed */
        void alive(@Nullable String id) throws IOException;
    }
}
