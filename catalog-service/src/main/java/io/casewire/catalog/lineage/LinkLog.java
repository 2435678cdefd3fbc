package io.casewire.catalog.lineage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Fills a store that never held links from {@code casewire.link} before any case is heard of: what people decided stands nowhere
 * else, and links that are found again must not be told again. A store that was filled is marked and left alone.
 */
final class LinkLog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);
    private static final String STATE_COLLECTION = "state";
    private static final String MARK = "links-restored";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final Links links;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Duration patience;
    private final Clock clock;
    private volatile boolean running;

    /** @param patience how long Kafka may be silent */
    LinkLog(
            MongoTemplate mongo,
            Links links,
            ConsumerFactory<String, byte[]> consumers,
            Duration patience,
            Clock clock) {
        this.mongo = mongo;
        this.links = links;
        this.consumers = consumers;
        this.patience = patience;
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

    /** Fills the store unless it was filled before. */
    void restore() {
        if (!marked()) {
            long events = readBack();
            LOG.info("Read the links back from {}: {} events", Topics.LINK.name(), events);
            mark();
        }
    }

    private long readBack() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LINK.name(), patience).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
            Instant giveUp = clock.instant().plus(patience);
            long events = 0;
            while (!atEnd(consumer, ends)) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    events += records.count();
                    links.restore(decoded(records));
                    giveUp = clock.instant().plus(patience);
                } else if (clock.instant().isAfter(giveUp)) {
                    throw new IllegalStateException("Kafka gave nothing of " + Topics.LINK.name() + " for " + patience
                            + ", so the links cannot be read back");
                }
            }
            return events;
        }
    }

    private boolean atEnd(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
    }

    private static List<Envelope<LinkEvent>> decoded(ConsumerRecords<String, byte[]> records) {
        List<Envelope<LinkEvent>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(EventCodec.decode(Topics.LINK, record));
            } catch (UndecodableEvent e) {
                // somebody else's record on our topic is no link of ours
                LOG.error("Passed over {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
            }
        }
        return events;
    }

    private boolean marked() {
        return Boolean.TRUE.equals(mongo.execute(
                STATE_COLLECTION, states -> states.find(Filters.eq("_id", MARK)).first() != null));
    }

    private void mark() {
        mongo.execute(
                STATE_COLLECTION,
                states -> states.updateOne(
                        Filters.eq("_id", MARK),
                        Updates.set("at", clock.instant().toString()),
                        new UpdateOptions().upsert(true)));
    }
}
