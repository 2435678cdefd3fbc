package io.casewire.ingest.upload;

import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * What is left to do, one small entry each, removed when it is done: finding work costs the same however much is stored.
 * An entry points to an upload, or to a document with a publication that was begun.
 */
@Repository
public class WorkQueue {
    private static final String COLLECTION = "queue";
    private static final String LANE = "lane";
    private static final Sort OLDEST_FIRST = Sort.by("since", "_id");

    private final MongoOperations mongo;
    private final Leases leases;

    public WorkQueue(MongoOperations mongo, Leases leases) {
        this.mongo = mongo;
        this.leases = leases;
    }

    /**
     * Something to do.
     *
     * @param id of an upload, {@code src-…}, or of a document, {@code doc-…}
     * @param since when it came to be
     */
    public record Entry(@Id String id, Instant since) {}

    /** What is worked on beside the others, so that neither waits for the other. */
    public enum Lane {
        /** Text, whatever is published, and what is not known to be a file of the other lane. */
        ANY,
        /** Files that another process has to take apart: slow, and few at a time. */
        TO_TAKE_APART
    }

    /** Makes the index the queries below need, and gives entries of a version without lanes one; does nothing where all is so. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(LANE, Sort.Direction.ASC)
                        .on("since", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
        mongo.updateMulti(Query.query(Criteria.where(LANE).isNull()), new Update().set(LANE, Lane.ANY), COLLECTION);
    }

    /** Adds an entry; does nothing where it is. */
    public void add(String id, Instant since) {
        add(id, since, Lane.ANY);
    }

    /** Adds an entry to a lane; does nothing where it is in any. */
    public void add(String id, Instant since, Lane lane) {
        try {
            mongo.insert(
                    new Document("_id", id)
                            .append("since", Date.from(since))
                            .append(LANE, lane.name())
                            .append(Leases.UNTIL, Date.from(Instant.EPOCH)),
                    COLLECTION);
        } catch (DuplicateKeyException _) {
            // as wanted
        }
    }

    /** How much is left to do. */
    public long size() {
        return mongo.estimatedCount(COLLECTION);
    }

    /** Takes the oldest entry of a lane that is due and nobody works on. */
    public Optional<Leased<Entry>> takeNext(Lane lane) {
        return leases.takeFirst(Entry.class, COLLECTION, Criteria.where(LANE).is(lane), OLDEST_FIRST, Entry::id);
    }

    /** Takes that entry, due or not; empty where there is none, or somebody works on it. */
    public Optional<Leased<Entry>> takeEvenIfWaiting(String id) {
        return leases.takeUnheld(Entry.class, COLLECTION, id);
    }
}
