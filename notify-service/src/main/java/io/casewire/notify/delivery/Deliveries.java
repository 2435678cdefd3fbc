package io.casewire.notify.delivery;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.Outgoing;
import io.casewire.notify.delivery.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
class Deliveries {
    static final String COLLECTION = "deliveries";
    private static final int DUPLICATE_KEY = 11000;
    private static final int INSERTED_AT_ONCE = 1000;
    private static final int ATTEMPTS_KEPT = 20;

    private final MongoTemplate store;

    Deliveries(MongoTemplate store) {
        this.store = store;
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

    /** The body of that event's message. */
    String body(String eventId) {
        Message message = store.findById(eventId, Message.class);
        if (message == null) {
            throw new IllegalStateException("A delivery of " + eventId + " has no message");
        }
        return message.body();
    }

    /** What is due and goes to none of these endpoints, the longest due first: id and endpoint. */
    List<Due> due(Instant now, Collection<String> passedOver, int most) {
        Query query = Query.query(Criteria.where("status")
                        .is(Status.PENDING)
                        .and("due")
                        .lte(now)
                        .and("endpoint")
                        .nin(passedOver))
                .with(Sort.by("due"))
                .limit(most);
        query.fields().include("endpoint");
        return store.find(query, Document.class, COLLECTION).stream()
                .map(found -> new Due(found.getString("_id"), found.getString("endpoint")))
                .toList();
    }

    /** Takes a delivery for this worker until the lease ends; empty when somebody else has it or it is settled. */
    Optional<Delivery> claim(String id, String claim, Instant now, Duration lease) {
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

    /** Gives a claim back unused, for a later time and perhaps another endpoint. */
    void release(Delivery claimed, Instant due, String endpoint) {
        store.updateFirst(
                held(claimed),
                new Update().set("due", due).set("endpoint", endpoint).unset("claim"),
                Delivery.class);
    }

    /**
     * Writes what came of a claimed delivery and what is told about it; false when the claim had run out and somebody
     * else took over.
     *
     * @param due of the next attempt; null when there is none
     * @param attempt null when none was made
     * @param note why there will be no attempt; null where there will, or it was taken
     */
    boolean settle(
            Delivery claimed,
            Status status,
            int failures,
            @Nullable Instant due,
            @Nullable Attempt attempt,
            @Nullable String note,
            Instant now,
            Outgoing<DeliveryEvent> told) {
        Update update = new Update()
                .set("status", status)
                .set("failures", failures)
                .set("updatedAt", now)
                .inc("revision", 1)
                .unset("claim");
        update = due == null ? update.unset("due") : update.set("due", due);
        update = note == null ? update.unset("note") : update.set("note", note);
        if (attempt != null) {
            update.inc("attempts", 1).push("log").slice(-ATTEMPTS_KEPT).each(attempt);
        }
        update.push(Outbox.FIELD).each(Outbox.pending(told).toArray());
        return store.updateFirst(held(claimed), update, Delivery.class).getModifiedCount() == 1;
    }

    /** Puts a settled or waiting delivery at the foot of the ladder; false while it is being attempted. */
    boolean resend(String id, Instant now) {
        return store.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(id)
                                        .and("claim")
                                        .isNull()),
                                new Update()
                                        .set("status", Status.PENDING)
                                        .set("failures", 0)
                                        .set("due", now)
                                        .set("startedAt", now)
                                        .set("updatedAt", now)
                                        .unset("note"),
                                Delivery.class)
                        .getMatchedCount()
                == 1;
    }

    /** Waiting and not being attempted, begun before that time: whose patience is at its end. */
    List<Due> begunBefore(Instant time, Instant now, int most) {
        Query query = Query.query(Criteria.where("status")
                        .is(Status.PENDING)
                        .and("startedAt")
                        .lt(time)
                        .and("due")
                        .lte(now))
                .limit(most);
        query.fields().include("endpoint");
        return store.find(query, Document.class, COLLECTION).stream()
                .map(found -> new Due(found.getString("_id"), found.getString("endpoint")))
                .toList();
    }

    long count(Status status) {
        return store.count(Query.query(Criteria.where("status").is(status)), Delivery.class);
    }

    /** A page of the log, newest first. */
    List<Delivery> page(LogQuery asked, int size) {
        List<Criteria> all = new ArrayList<>();
        if (asked.agency() != null) {
            all.add(Criteria.where("agency").is(asked.agency()));
        }
        if (asked.subscription() != null) {
            all.add(Criteria.where("subscription").is(asked.subscription()));
        }
        if (asked.status() != null) {
            all.add(Criteria.where("status").is(asked.status()));
        }
        if (asked.after() != null) {
            Cursor after = asked.after();
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("createdAt").lt(after.createdAt()),
                            Criteria.where("createdAt")
                                    .is(after.createdAt())
                                    .and("_id")
                                    .lt(after.id())));
        }
        Query query = all.isEmpty() ? new Query() : Query.query(new Criteria().andOperator(all));
        return store.find(
                query.with(Sort.by(Sort.Direction.DESC, "createdAt", "_id")).limit(size), Delivery.class);
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
                inserted += e.getWriteResult().getInsertedCount();
            }
        }
        return inserted;
    }

    private Document document(Object value) {
        Document document = new Document();
        store.getConverter().write(value, document);
        return document;
    }

    /** Something to attempt. */
    record Due(String id, String endpoint) {}

    /** Where a page of the log begins: after that delivery. */
    record Cursor(Instant createdAt, String id) {}

    /** Which part of the log; null means any. */
    record LogQuery(
            @Nullable String agency,
            @Nullable String subscription,
            @Nullable Status status,
            @Nullable Cursor after) {}
}
