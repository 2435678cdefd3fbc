package io.casewire.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Publishes what waits in the {@link Outbox} of one collection's documents and clears it. Declare one as a bean for each
 * collection that has an outbox.
 *
 * <p>An event is cleared only after Kafka acknowledged it; a crash in between publishes it again, with the same id and
 * revision, which consumers ignore. Several instances may relay at once for the same reason.
 */
public final class OutboxRelay implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int DOCUMENTS_AT_ONCE = 200;
    /** Less than a service has for its end, also where it has several relays. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String WAITING_SINCE = Outbox.FIELD + ".at";

    private final MongoTemplate store;
    private final String collection;
    private final EventPublisher publisher;
    private final Duration interval;
    private final Duration rest;
    private final Semaphore wakeUps = new Semaphore(0);
    private final BackgroundWork work;

    /**
     * A relay for one collection.
     *
     * @param interval how often to look without being woken up; finds what a crash left behind
     */
    public OutboxRelay(MongoTemplate store, String collection, EventPublisher publisher, Duration interval) {
        this(store, collection, publisher, interval, Duration.ZERO);
    }

    /**
     * A relay for one collection in which much is stored at about the same time.
     *
     * @param interval how often to look without being woken up; finds what a crash left behind
     * @param rest after a look that did not fill a batch, so that the next is larger; what is stored when it is over goes out at once
     */
    public OutboxRelay(
            MongoTemplate store, String collection, EventPublisher publisher, Duration interval, Duration rest) {
        this.store = store;
        this.collection = collection;
        this.publisher = publisher;
        this.interval = interval;
        this.rest = rest;
        this.work = new BackgroundWork("outbox-" + collection, this::run);
    }

    /** Says that something was just stored, so that it goes out now rather than at the next look. */
    public void wakeUp() {
        wakeUps.release();
    }

    @Override
    public void afterPropertiesSet() {
        store.indexOps(collection).createIndex(new Index().on(WAITING_SINCE, Sort.Direction.ASC));
        work.start();
    }

    /** Ends the relay, also one that waits for a broker that is away; what still waits is found by the next start. */
    @Override
    public void destroy() throws InterruptedException {
        work.endSoon();
        wakeUps.release();
        if (!work.join(PATIENCE)) {
            work.interrupt();
            work.join(PATIENCE);
        }
    }

    private void run() {
        while (work.isWanted()) {
            try {
                relayAll();
                if (wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (PublishFailed | DataAccessException e) {
                LOG.warn("Events of {} wait in the outbox: {}", collection, e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relayAll() throws InterruptedException {
        int relayed = DOCUMENTS_AT_ONCE;
        while (work.isWanted() && relayed > 0) {
            relayed = relay();
            if (relayed > 0 && relayed < DOCUMENTS_AT_ONCE) {
                TimeUnit.NANOSECONDS.sleep(rest.toNanos());
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.endSoon();
        }
    }

    /** Publishes what waits in the longest-waiting documents; returns how many documents that were. */
    private int relay() {
        Query waiting = Query.query(Criteria.where(WAITING_SINCE).gte(Instant.EPOCH))
                .with(Sort.by(WAITING_SINCE))
                .limit(DOCUMENTS_AT_ONCE);
        waiting.fields().include(Outbox.FIELD);
        List<Document> owners = store.find(waiting, Document.class, collection);
        if (owners.isEmpty()) {
            return 0;
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        BulkOperations clearing = store.bulkOps(BulkOperations.BulkMode.UNORDERED, collection);
        for (Document owner : owners) {
            List<ObjectId> entries = new ArrayList<>();
            for (Document entry : owner.getList(Outbox.FIELD, Document.class)) {
                records.add(Outbox.record(entry));
                entries.add(entry.getObjectId("id"));
            }
            clearing.updateOne(
                    Query.query(Criteria.where("_id").is(owner.get("_id"))),
                    new Update().pull(Outbox.FIELD, new Document("id", new Document(Map.of("$in", entries)))));
        }
        publisher.send(records);
        clearing.execute();
        return owners.size();
    }
}
