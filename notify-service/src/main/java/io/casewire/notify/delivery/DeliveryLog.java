package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.channel.Parcel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What people look up of the stored deliveries and messages: lists, counts and what was told; {@link Deliveries} works on them. */
@Repository
class DeliveryLog {
    private final MongoTemplate store;

    DeliveryLog(MongoTemplate store) {
        this.store = store;
    }

    /** Those deliveries, in that order. */
    List<Delivery> inOrder(List<String> ids) {
        Map<String, Delivery> found = store
                .find(Query.query(Criteria.where("_id").in(ids)), Delivery.class)
                .stream()
                .collect(Collectors.toMap(Delivery::id, delivery -> delivery));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** What was sent of those events, by their ids. */
    Map<String, String> bodies(Collection<String> eventIds) {
        return store.find(Query.query(Criteria.where("_id").in(eventIds)), Message.class).stream()
                .collect(Collectors.toMap(Message::id, Message::body));
    }

    /** How many messages of events stand so; questions to receivers are not counted. */
    long count(Status status) {
        return store.count(
                Query.query(Criteria.where("status")
                        .is(status)
                        .and("eventType")
                        .nin(Parcel.CONFIRMATION, Parcel.VERIFICATION)),
                Delivery.class);
    }

    /** A page of the log, newest first. */
    List<Delivery> page(LogQuery asked, int size) {
        List<Criteria> all = new ArrayList<>();
        if (!asked.reach().all()) {
            all.add(asked.reach().condition("agency"));
        }
        if (asked.subscription() != null) {
            all.add(Criteria.where("subscription").is(asked.subscription()));
        }
        if (asked.status() != null) {
            all.add(Criteria.where("status").is(asked.status()));
        }
        if (asked.after() != null) {
            LogQuery.Place after = asked.after();
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

    /** The last messages of events to a subscription, newest first. */
    List<Delivery> told(String subscription, int most) {
        return store.find(
                Query.query(ofEvents(subscription))
                        .with(Sort.by(Sort.Direction.DESC, "createdAt", "_id"))
                        .limit(most),
                Delivery.class);
    }

    /** Those of a subscription that tell of one event: not the questions to its receiver, nor digests. */
    private static Criteria ofEvents(String subscription) {
        return Criteria.where("subscription")
                .is(subscription)
                .and("eventType")
                .nin(Parcel.CONFIRMATION, Parcel.VERIFICATION, Parcel.DIGEST);
    }
}
