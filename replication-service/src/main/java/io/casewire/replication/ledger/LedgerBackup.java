package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.ObligationEvent;
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
 * Before anything else starts, fills a store that has never held a ledger from {@code casewire.obligation}: case events
 * alone bring the obligations back, but not the steps people took. A store that has been filled is marked and left alone.
 */
final class LedgerBackup implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBackup.class);
    private static final String MARKS = "marks";
    private static final String MARK = "ledger-restored";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MongoTemplate store;
    private final Restore restore;
    private final ConsumerFactory<String, byte[]> consumers;
    private final LedgerSettings settings;
    private final Clock clock;
    private volatile boolean running;

    LedgerBackup(
            MongoTemplate store,
            Restore restore,
            ConsumerFactory<String, byte[]> consumers,
            LedgerSettings settings,
            Clock clock) {
        this.store = store;
        this.restore = restore;
        this.consumers = consumers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before the listeners and the web server, which have the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (!marked()) {
            long events = readBack();
            LOG.info("Read the ledger back from {}: {} events", Topics.OBLIGATION.name(), events);
            mark();
        }
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

    private long readBack() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.OBLIGATION.name(), settings.restorePatience()).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, settings.restorePatience());
            Instant giveUp = clock.instant().plus(settings.restorePatience());
            long events = 0;
            while (!atEnd(consumer, ends)) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    events += records.count();
                    restore.take(decoded(records));
                    giveUp = clock.instant().plus(settings.restorePatience());
                } else if (clock.instant().isAfter(giveUp)) {
                    throw new IllegalStateException("Kafka gave nothing of " + Topics.OBLIGATION.name() + " for "
                            + settings.restorePatience() + ", so the ledger cannot be read back");
                }
            }
            return events;
        }
    }

    private boolean atEnd(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), settings.restorePatience()) >= end.getValue());
    }

    private static List<Envelope<ObligationEvent>> decoded(ConsumerRecords<String, byte[]> records) {
        List<Envelope<ObligationEvent>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(EventCodec.decode(Topics.OBLIGATION, record));
            } catch (UndecodableEvent e) {
                // somebody else's record on our topic cannot be part of the ledger
                LOG.error("Passed over {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
            }
        }
        return events;
    }

    private boolean marked() {
        return Boolean.TRUE.equals(store.execute(
                MARKS, marks -> marks.find(Filters.eq("_id", MARK)).first() != null));
    }

    private void mark() {
        store.execute(
                MARKS,
                marks -> marks.updateOne(
                        Filters.eq("_id", MARK),
                        Updates.set("at", clock.instant().toString()),
                        new UpdateOptions().upsert(true)));
    }
}
