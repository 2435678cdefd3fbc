package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The stored subscriptions. */
@Repository
public class Subscriptions {
    private final MongoTemplate store;

    Subscriptions(MongoTemplate store) {
        this.store = store;
        store.indexOps(Subscription.class).createIndex(new Index().on("updatedAt", Sort.Direction.ASC));
        store.indexOps(Subscription.class)
                .createIndex(new Index().on("agency", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /** The subscription, unless it is deleted or never was. */
    public Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(store.findById(id.value(), Subscription.class))
                .filter(subscription -> !subscription.deleted());
    }

    /** All that changed at that time or later, deleted ones included, in no order. The stream holds a cursor: close it. */
    public Stream<Subscription> changedSince(Instant since) {
        return store.stream(Query.query(Criteria.where("updatedAt").gte(since)), Subscription.class);
    }

    /** The subscription whose private feed that token opens. */
    public Optional<Subscription> openedBy(String token) {
        FeedToken given = new FeedToken(token);
        Subscription found = given.subscription().flatMap(this::find).orElse(null);
        return given.hasHash(found == null ? null : found.feedHash()) ? Optional.ofNullable(found) : Optional.empty();
    }

    /** A page in order of ids, of those within reach. */
    List<Subscription> page(Reach reach, @Nullable String after, int size) {
        Criteria criteria = reach.condition("agency").and("deleted").is(false);
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return store.find(Query.query(criteria).with(Sort.by("_id")).limit(size), Subscription.class);
    }

    /** How many there are of all agencies. */
    public long count() {
        return store.count(Query.query(Criteria.where("deleted").is(false)), Subscription.class);
    }

    long count(String agency) {
        return store.count(
                Query.query(Criteria.where("agency").is(agency).and("deleted").is(false)), Subscription.class);
    }

    void insert(Subscription subscription) {
        store.insert(subscription);
    }

    /** Writes the next version; false if somebody else was quicker. */
    boolean replace(Subscription next) {
        Query unchanged = Query.query(Criteria.where("_id")
                .is(next.id())
                .and("version")
                .is(next.version() - 1)
                .and("deleted")
                .is(false));
        return store.replace(unchanged, next).getModifiedCount() == 1;
    }

    /** Switches a subscription off for that reason; does nothing where it already is off or gone. */
    public void stop(SubscriptionId id, String reason, Instant now) {
        boolean done = false;
        while (!done) {
            Subscription current = find(id).filter(Subscription::active).orElse(null);
            done = current == null || replace(current.stopped(reason, now));
        }
    }
}
