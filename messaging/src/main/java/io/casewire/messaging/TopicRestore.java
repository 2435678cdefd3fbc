package io.casewire.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Before anything else starts, fills a store from the service's own topic that never held what the topic says: what people decided
 * stands nowhere else. A store that was filled is marked and left alone.
 *
 * @param <E> what the topic carries
 */
public final class TopicRestore<E extends Event> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRestore.class);

    private final MongoTemplate mongo;
    private final Mark mark;
    private final TopicReplay<E> topic;
    private final Consumer<List<Envelope<E>>> taker;
    private final Clock clock;
    private volatile boolean running;

    /** Where a store says that it was filled. */
    public record Mark(String collection, String id) {}

    /** @param taker writes what a batch of the topic says; a batch that comes again changes nothing */
    public TopicRestore(
            MongoTemplate mongo, Mark mark, TopicReplay<E> topic, Consumer<List<Envelope<E>>> taker, Clock clock) {
        this.mongo = mongo;
        this.mark = mark;
        this.topic = topic;
        this.taker = taker;
        this.clock = clock;
    }

    /** Behind the comparison of store and log, before the listeners and the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        restore();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Fills the store unless it was filled before.
     *
     * @throws IllegalStateException if Kafka is silent for longer than the patience
     */
    public void restore() {
        if (!isMarked()) {
            long records = topic.readInto(taker);
            LOG.info("Filled the store from {}: {} events", topic.name(), records);
            setMark();
        }
    }

    private boolean isMarked() {
        return Boolean.TRUE.equals(mongo.execute(
                mark.collection(),
                marks -> marks.find(Filters.eq("_id", mark.id())).first() != null));
    }

    private void setMark() {
        mongo.execute(
                mark.collection(),
                marks -> marks.updateOne(
                        Filters.eq("_id", mark.id()),
                        Updates.set("at", clock.instant().toString()),
                        new UpdateOptions().upsert(true)));
    }
}
