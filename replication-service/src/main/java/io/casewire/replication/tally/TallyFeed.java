package io.casewire.replication.tally;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.messaging.BackgroundWork;
import io.casewire.messaging.GrouplessConsumers;
import io.casewire.messaging.GrouplessConsumers.LostPlace;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.LedgerHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Fills the tallies from the store before requests are answered, then follows the topic from where it ended before that: what other
 * instances write. After a failure of Kafka it begins again with the store, so nothing that was missed meanwhile stays missed.
 */
final class TallyFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TallyFeed.class);
    private static final String CLIENT = "casewire-replication-tallies";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int HEADS_AT_ONCE = 1000;

    private final Tallies tallies;
    private final Entries entries;
    private final GrouplessConsumers consumers;
    private final BackgroundWork following = new BackgroundWork("ledger-tallies", this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> open;
    private boolean failing;

    TallyFeed(Tallies tallies, Entries entries, GrouplessConsumers consumers) {
        this.tallies = tallies;
        this.entries = entries;
        this.consumers = consumers;
    }

    /** Behind the restoration of the ledger, before the listeners and the web server: who is ready counts rightly. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        KafkaConsumer<String, byte[]> consumer = consumers.consumer(CLIENT, LostPlace.NONE);
        try {
            standAtTheEnd(consumer);
            open = consumer;
        } catch (KafkaException e) {
            consumer.close();
            LOG.warn("Counts do not follow other instances yet: {}", e.getMessage());
        }
        fill();
        following.start();
    }

    @Override
    public void stop() {
        following.endSoon();
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
            try (KafkaConsumer<String, byte[]> consumer = standing()) {
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("Counting was told to stop");
            } catch (KafkaException | DataAccessException e) {
                pauseAfter(e);
            } finally {
                open = null;
            }
        }
    }

    /** The one that the start opened, else another, behind which the store is read again. */
    private KafkaConsumer<String, byte[]> standing() {
        KafkaConsumer<String, byte[]> opened = open;
        if (opened != null) {
            return opened;
        }
        KafkaConsumer<String, byte[]> consumer = consumers.consumer(CLIENT, LostPlace.NONE);
        try {
            standAtTheEnd(consumer);
            open = consumer;
            fill();
            return consumer;
        } catch (KafkaException | DataAccessException e) {
            consumer.close();
            throw e;
        }
    }

    private static void standAtTheEnd(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw new KafkaException("There is no topic " + Topics.OBLIGATION.name());
        }
        consumer.assign(partitions);
        consumer.endOffsets(partitions, PATIENCE).forEach(consumer::seek);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.OBLIGATION.name(), PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void fill() {
        List<LedgerHead> some = new ArrayList<>(HEADS_AT_ONCE);
        entries.forEachHead(head -> {
            some.add(head);
            if (some.size() == HEADS_AT_ONCE) {
                tallies.take(some);
                some.clear();
            }
        });
        tallies.take(some);
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        long looked = System.nanoTime();
        while (following.isWanted()) {
            take(consumer.poll(POLL));
            if (System.nanoTime() - looked >= BETWEEN_LOOKS.toNanos()) {
                looked = System.nanoTime();
                if (consumer.assignment().size() != partitions(consumer).size()) {
                    throw new KafkaException("The topic has other partitions");
                }
            }
            if (failing) {
                failing = false;
                LOG.info("Counts follow other instances again");
            }
        }
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        List<LedgerHead> heads = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() != null) {
                try {
                    heads.add(head(EventCodec.decode(Topics.OBLIGATION, record)));
                } catch (UndecodableEvent e) {
                    // somebody else's record on our topic is none of ours
                    LOG.error("Passed over {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
                }
            }
        }
        if (!heads.isEmpty()) {
            tallies.take(heads);
        }
    }

    /** What an event says of how its obligation is counted. */
    static LedgerHead head(Envelope<ObligationEvent> envelope) {
        ObligationEvent event = envelope.event();
        boolean closes = event instanceof ObligationMoved moved && moved.step().to() == Status.CLOSED;
        return new LedgerHead(
                event.obligation(),
                event.revision(),
                event instanceof ObligationLapsed,
                envelope.time(),
                closes && event instanceof ObligationMoved moved
                        ? new LedgerHead.Closing(moved.revision(), moved.step().at())
                        : null);
    }

    private void pauseAfter(RuntimeException failure) {
        if (!failing) {
            failing = true;
            LOG.warn("Counts do not follow other instances: {}", failure.getMessage());
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
