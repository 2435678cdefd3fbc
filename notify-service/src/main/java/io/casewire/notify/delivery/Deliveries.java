package io.casewire.notify.delivery;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    static final int ATTEMPTS_KEPT = 20;
    private static final int BODIES_KEPT_CHARS = 4_000_000;

    private final MongoTemplate store;
    private final Runnable whenStored;
    private final OutcomeWriter outcomes;
    private final RecentBodies bodies = new RecentBodies(BODIES_KEPT_CHARS);

    @Autowired
    Deliveries(MongoTemplate store, OutboxRelay deliveryRelay) {
        this(store, deliveryRelay::wakeUp);
    }

    /** @param whenStored called after an event was stored */
    Deliveries(MongoTemplate store, Runnable whenStored) {
        this.store = store;
        this.whenStored = whenStored;
        this.outcomes = new OutcomeWriter(store, whenStored);
        var indexes = store.indexOps(Delivery.class);
        indexes.createIndex(new Index()
                .on("status", Sort.Direction.ASC)
                .on("due", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.ASC));
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
        Inserts inserts = new Inserts(store);
        if (inserts.ofAbsent("messages", messages) == messages.size()) {
            // otherwise another version may have said it otherwise
            messages.forEach(message -> bodies.keep(message.id(), message.body()));
        }
        return inserts.ofAbsent(COLLECTION, deliveries);
    }

    Optional<Delivery> find(String id) {
        return Optional.ofNullable(store.findById(id, Delivery.class));
    }

    @Override
    public String body(String eventId) {
        return bodies.find(eventId).orElseGet(() -> {
            Message message = store.findById(eventId, Message.class);
            if (message == null) {
                throw new IllegalStateException("A delivery of " + eventId + " has no message");
            }
            bodies.keep(eventId, message.body());
            return message.body();
        });
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
    public List<Delivery> claim(Collection<String> ids, String claim, Instant now, Duration lease) {
        if (ids.size() == 1) {
            Delivery one = store.findAndModify(
                    idle(ids, now),
                    claiming(claim, now.plus(lease)),
                    FindAndModifyOptions.options().returnNew(true),
                    Delivery.class);
            return one == null ? List.of() : List.of(one);
        }
        if (store.updateMulti(idle(ids, now), claiming(claim, now.plus(lease)), Delivery.class)
                        .getMatchedCount()
                == 0) {
            return List.of();
        }
        Query claimed = Query.query(Criteria.where("_id").in(ids).and("claim").is(claim));
        Map<String, Delivery> found = store.find(claimed, Delivery.class).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Query idle(Collection<String> ids, Instant now) {
        return Query.query(Criteria.where("_id")
                .in(ids)
                .and("status")
                .is(Status.PENDING)
                .and("due")
                .lte(now));
    }

    private static Update claiming(String claim, Instant until) {
        return new Update().set("claim", claim).set("due", until);
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
        return outcomes.write(claimed, completion, event);
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
}
