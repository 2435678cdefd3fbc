package io.casewire.notify.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The windows and digests in the database. */
@Repository
class StoredDigests implements DigestStore {
    private final MongoTemplate store;

    StoredDigests(MongoTemplate store) {
        this.store = store;
        store.indexOps(Hold.class).createIndex(new Index().on("next", Sort.Direction.ASC));
        store.indexOps(Digest.class)
                .createIndex(new Index()
                        .on("subscription", Sort.Direction.ASC)
                        .on("madeAt", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC));
    }

    @Override
    public Optional<Hold> hold(String id) {
        return Optional.ofNullable(store.findById(id, Hold.class));
    }

    @Override
    public boolean insert(Hold hold) {
        return inserted(hold);
    }

    @Override
    public boolean replace(Hold next) {
        Query unchanged =
                Query.query(Criteria.where("_id").is(next.id()).and("revision").is(next.revision() - 1));
        return store.replace(unchanged, next).getModifiedCount() == 1;
    }

    @Override
    public List<Hold> due(Instant closing, Instant now, int max) {
        Query due = Query.query(
                Criteria.where("next").lte(closing).and("leasedUntil").lte(now));
        return store.find(due.with(Sort.by("next")).limit(max), Hold.class);
    }

    @Override
    public Optional<Digest> digest(String id) {
        return Optional.ofNullable(store.findById(id, Digest.class));
    }

    @Override
    public boolean insert(Digest digest) {
        return inserted(digest);
    }

    @Override
    public void queued(Digest digest, List<String> deliveries) {
        store.updateFirst(
                Query.query(Criteria.where("_id").is(digest.id())),
                new Update().set("deliveries", deliveries),
                Digest.class);
    }

    /** A page of those of a subscription, newest first. */
    List<Digest> page(String subscription, @Nullable After after, int size) {
        Criteria asked = Criteria.where("subscription").is(subscription);
        if (after != null) {
            asked = asked.orOperator(
                    Criteria.where("madeAt").lt(after.madeAt()),
                    Criteria.where("madeAt").is(after.madeAt()).and("_id").lt(after.id()));
        }
        return store.find(
                Query.query(asked)
                        .with(Sort.by(Sort.Direction.DESC, "madeAt", "_id"))
                        .limit(size),
                Digest.class);
    }

    private boolean inserted(Object document) {
        try {
            store.insert(document);
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    /** Where a page begins: after that digest. */
    record After(Instant madeAt, String id) {}
}
