package io.casewire.ingest.source;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored sources. Every change is one guarded write to one document. */
@Repository
class WatchedSources {
    private static final String COLLECTION = "watchedSources";
    private static final String NAME = "definition.name";
    private static final Sort DUE_FIRST = Sort.by(Leases.UNTIL, "_id");

    private final MongoOperations mongo;
    private final Leases leases;

    WatchedSources(MongoOperations mongo, Leases leases) {
        this.mongo = mongo;
        this.leases = leases;
    }

    /** Makes the indexes; does nothing where they are. */
    void createIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index().on(NAME, Sort.Direction.ASC).unique());
        mongo.indexOps(COLLECTION)
                .createIndex(new Index().on(Leases.UNTIL, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /** Adds a source; false where another has its name. */
    boolean add(WatchedSource source) {
        // an operator may come before whoever watches has
        createIndexes();
        try {
            mongo.insert(source, COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    Optional<WatchedSource> find(String id) {
        return Optional.ofNullable(mongo.findById(id, WatchedSource.class, COLLECTION));
    }

    long count() {
        return mongo.estimatedCount(COLLECTION);
    }

    /** A page in order of names. */
    List<WatchedSource> page(@Nullable String after, int size) {
        Criteria criteria =
                after == null ? new Criteria() : Criteria.where(NAME).gt(after);
        return mongo.find(Query.query(criteria).with(Sort.by(NAME)).limit(size), WatchedSource.class, COLLECTION);
    }

    /** Takes the source that is due the longest and nobody looks at. */
    Optional<Leased<WatchedSource>> takeDue() {
        return leases.takeFirst(WatchedSource.class, COLLECTION, DUE_FIRST, WatchedSource::id);
    }

    /**
     * Writes the next definition.
     *
     * @param current as it was read
     * @return false where somebody else was quicker, or another has its name
     */
    boolean define(WatchedSource current, SourceDefinition next, Instant now) {
        Query unchanged = Query.query(
                Criteria.where("_id").is(current.id()).and("version").is(current.version()));
        Update update =
                new Update().set("definition", next).set("updatedAt", now).inc("version", 1);
        // what was seen was seen with other eyes
        update.unset("state.etag").unset("state.lastModified").unset("state.seenAs");
        if (!current.definition().url().equals(next.url())) {
            update.unset("state.firstLook");
        }
        try {
            return mongo.updateFirst(unchanged, update, COLLECTION).getMatchedCount() > 0;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** Has it looked at as soon as may be; does nothing while it is. */
    void makeDue(String id) {
        Query idle = Query.query(Criteria.where("_id").is(id).and(Leases.TOKEN).isNull());
        mongo.updateFirst(idle, new Update().set(Leases.UNTIL, Instant.EPOCH), COLLECTION);
    }

    /** False where there is none. */
    boolean remove(String id) {
        return mongo.remove(Query.query(Criteria.where("_id").is(id)), COLLECTION)
                        .getDeletedCount()
                > 0;
    }

    /**
     * Notes what came of looking at it.
     *
     * @throws LostSource where it is not ours any more
     */
    void note(WatchedSource source, Lease lease, Update update) {
        Query ours = Query.query(
                Criteria.where("_id").is(source.id()).and(Leases.TOKEN).is(lease.token()));
        if (mongo.updateFirst(ours, update, COLLECTION).getMatchedCount() == 0) {
            throw new LostSource(source.id());
        }
    }
}
