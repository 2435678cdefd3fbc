package io.casewire.notify.delivery;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.Outgoing;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.channel.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored deliveries and messages. */
@Repository
class Deliveries implements DeliveryQueue {
    static final String COLLECTION = "deliveries";
    private static final int DUPLICATE_KEY = 11000;
    private static final int INSERTED_AT_ONCE = 1000;
    private static final int ATTEMPTS_KEPT = 20;

    private final MongoTemplate store;
    private final Runnable whenStored;

    @Autowired
    Deliveries(MongoTemplate store, OutboxRelay deliveryRelay) {
        this(store, deliveryRelay::wakeUp);
    }

    /** @param whenStored called after an event was stored */
    Deliveries(MongoTemplate store, Runnable whenStored) {
        this.store = store;
        this.whenStored = whenStored;
        var indexes = store.indexOps(Delivery.class);
        indexes.createIndex(new Index().on("status", Sort.Direction.ASC).on("due", Sort.Direction.ASC));
        indexes.createIndex(new Index()
                .on("agency", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC));
        indexes.createIndex(new Index()
                .on("subscription", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC));
    }

    /** Inserts those that are not there yet; a message before the deliveries that need it. Returns how many deliveries were new. */
    int insertAbsent(Collection<Message> messages, List<Delivery> deliveries) {
        insertAbsent("messages", messages);
        return insertAbsent(COLLECTION, deliveries);
    }

    Optional<Delivery> find(String id) {
        return Optional.ofNullable(store.findById(id, Delivery.class));
    }

    @Override
    public String body(String eventId) {
        Message message = store.findById(eventId, Message.class);
        if (message == null) {
            throw new IllegalStateException("A delivery of " + eventId + " has no message");
        }
        return message.body();
    }

    @Override
    public List<Due> due(Instant now, Skipped skipped, int max) {
        Criteria due = Criteria.where("status")
                .is(Status.PENDING)
                .and("due")
                .lte(now)
                .and("endpoint")
                .nin(skipped.endpoints());
        if (!skipped.lanes().isEmpty()) {
            due = due.norOperator(skipped.lanes().stream()
                    .map(lane -> Criteria.where("endpoint")
                            .is(lane.endpoint())
                            .and("agency")
                            .is(lane.agency()))
                    .toList());
        }
        // what waited for quiet hours to end goes out in the order it came
        return due(Query.query(due).with(Sort.by("due", "createdAt")).limit(max));
    }

    @Override
    public Optional<Delivery> claim(String id, String claim, Instant now, Duration lease) {
        return Optional.ofNullable(store.findAndModify(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .and("status")
                        .is(Status.PENDING)
                        .and("due")
                        .lte(now)),
                new Update().set("claim", claim).set("due", now.plus(lease)),
                FindAndModifyOptions.options().returnNew(true),
                Delivery.class));
    }

    @Override
    public void release(Delivery claimed, Instant due, String endpoint) {
        store.updateFirst(
                held(claimed),
                new Update().set("due", due).set("endpoint", endpoint).unset("claim"),
                Delivery.class);
    }

    @Override
    public void hold(Delivery claimed, Instant until) {
        store.updateFirst(
                held(claimed),
                new Update().set("due", until).set("startedAt", until).unset("claim"),
                Delivery.class);
    }

    @Override
    public boolean complete(Delivery claimed, Completion completion, Outgoing<DeliveryEvent> event) {
        Update update = new Update()
                .set("status", completion.status())
                .set("failures", completion.failures())
                .set("updatedAt", completion.at())
                .inc("revision", 1)
                .unset("claim");
        update = completion.due() == null ? update.unset("due") : update.set("due", completion.due());
        update = completion.note() == null ? update.unset("note") : update.set("note", completion.note());
        if (completion.attempt() != null) {
            update.inc("attempts", 1).push("log").slice(-ATTEMPTS_KEPT).each(completion.attempt());
        }
        update.push(Outbox.FIELD).each(Outbox.pending(event).toArray());
        boolean held = store.updateFirst(held(claimed), update, Delivery.class).getModifiedCount() == 1;
        if (held) {
            whenStored.run();
        }
        return held;
    }

    @Override
    public void goOn(Delivery claimed, int sent, Attempt attempt, Instant now) {
        Update update = new Update()
                .set("sent", sent)
                .set("due", now)
                .set("updatedAt", now)
                .unset("claim")
                .inc("attempts", 1);
        update.push("log").slice(-ATTEMPTS_KEPT).each(attempt);
        store.updateFirst(held(claimed), update, Delivery.class);
    }

    @Override
    public void hasten(SubscriptionId subscription, Instant now) {
        store.updateMulti(
                Query.query(Criteria.where("subscription")
                        .is(subscription.value())
                        .and("status")
                        .is(Status.PENDING)
                        .and("claim")
                        .isNull()
                        .and("due")
                        .gt(now)),
                new Update().set("due", now),
                Delivery.class);
    }

    /** Notes the first receipt of a delivery and the event that says so; false where it has one, or has changed meanwhile, as by an attempt. */
    boolean receipted(Delivery delivery, Receipt receipt) {
        Query unsigned = Query.query(Criteria.where("_id")
                .is(delivery.id())
                .and("revision")
                .is(delivery.revision())
                .and("claim")
                .isNull()
                .and("receipt")
                .isNull());
        Update update = new Update().set("receipt", receipt).inc("revision", 1);
        update.push(Outbox.FIELD)
                .each(Outbox.pending(DeliveryEvents.receipted(delivery, receipt.at()))
                        .toArray());
        boolean noted = store.updateFirst(unsigned, update, Delivery.class).getModifiedCount() == 1;
        if (noted) {
            whenStored.run();
        }
        return noted;
    }

    /** Makes a complete or waiting delivery due at once, with all its retries; false while it is being attempted, and for one told with others. */
    boolean resend(String id, Instant now) {
        Query idle = Query.query(
                Criteria.where("_id").is(id).and("claim").isNull().and("status").nin(Status.HELD, Status.DIGESTED));
        return store.updateFirst(idle, due(now), Delivery.class).getMatchedCount() == 1;
    }

    /** The same for all of a subscription that were given up at that time or later; returns how many those are. */
    long resendGivenUp(String subscription, Instant since, Instant now) {
        return store.updateMulti(givenUp(subscription, since), due(now), Delivery.class)
                .getModifiedCount();
    }

    long countGivenUp(String subscription, Instant since) {
        return store.count(givenUp(subscription, since), Delivery.class);
    }

    private static Query givenUp(String subscription, Instant since) {
        return Query.query(Criteria.where("subscription")
                .is(subscription)
                .and("eventType")
                .nin(Parcel.CONFIRMATION, Parcel.VERIFICATION)
                .and("status")
                .is(Status.ABANDONED)
                .and("updatedAt")
                .gte(since));
    }

    private static Update due(Instant now) {
        return new Update()
                .set("status", Status.PENDING)
                .set("failures", 0)
                .set("due", now)
                .set("startedAt", now)
                .set("updatedAt", now)
                .unset("sent")
                .unset("note");
    }

    @Override
    public List<Due> begunBefore(Instant time, Instant now, int max) {
        return due(Query.query(Criteria.where("status")
                        .is(Status.PENDING)
                        .and("startedAt")
                        .lt(time)
                        .and("due")
                        .lte(now))
                .limit(max));
    }

    @Override
    public boolean deliveredSince(SubscriptionId subscription, Instant since) {
        return store.exists(
                Query.query(Criteria.where("subscription")
                        .is(subscription.value())
                        .and("status")
                        .is(Status.DELIVERED)
                        .and("updatedAt")
                        .gte(since)),
                Delivery.class);
    }

    private List<Due> due(Query query) {
        query.fields().include("endpoint", "agency");
        return store.find(query, Document.class, COLLECTION).stream()
                .map(found -> new Due(
                        found.getString("_id"), new Lane(found.getString("endpoint"), found.getString("agency"))))
                .toList();
    }

    private static Query held(Delivery claimed) {
        return Query.query(Criteria.where("_id").is(claimed.id()).and("claim").is(claimed.claim()));
    }

    private <T> int insertAbsent(String collection, Collection<T> values) {
        List<Document> documents = values.stream().map(this::document).toList();
        int inserted = 0;
        for (int from = 0; from < documents.size(); from += INSERTED_AT_ONCE) {
            List<Document> some = documents.subList(from, Math.min(documents.size(), from + INSERTED_AT_ONCE));
            try {
                store.getCollection(collection).insertMany(some, new InsertManyOptions().ordered(false));
                inserted += some.size();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                // not what the result counts: the embedded store counts the refused there too
                inserted += some.size() - e.getWriteErrors().size();
            }
        }
        return inserted;
    }

    private Document document(Object value) {
        Document document = new Document();
        store.getConverter().write(value, document);
        return document;
    }
}
