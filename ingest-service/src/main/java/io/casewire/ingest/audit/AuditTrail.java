package io.casewire.ingest.audit;

import io.casewire.ingest.audit.AuditEntry.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** All decisions, in the order in which they were taken. Entries are never changed but for their outcome. */
@Repository
public class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String COLLECTION = "audit";
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "_id");

    private final MongoOperations mongo;
    private final InstantSource clock;

    public AuditTrail(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Makes the indexes the queries below need; does nothing where they are. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION).createIndex(newestFirst(new Index()));
        mongo.indexOps(COLLECTION).createIndex(newestFirst(new Index().on("subject", Sort.Direction.ASC)));
        mongo.indexOps(COLLECTION).createIndex(newestFirst(new Index().on("document", Sort.Direction.ASC)));
    }

    private static Index newestFirst(Index index) {
        return index.on("at", Sort.Direction.DESC).on("_id", Sort.Direction.DESC);
    }

    /** A decision that is about to be carried out; the components are those of {@link AuditEntry}. */
    public record Decided(
            String actor,
            Act act,
            String subject,
            @Nullable String document,
            @Nullable String reason,
            @Nullable String detail) {}

    /** Keeps the decision, carries it out, and notes how that ended; a false result says that nothing was changed. */
    public <T> T keeping(Decided decided, Supplier<T> act) {
        String id = UUID.randomUUID().toString();
        mongo.insert(
                new AuditEntry(
                        id,
                        clock.instant(),
                        decided.actor(),
                        decided.act(),
                        decided.subject(),
                        decided.document(),
                        decided.reason(),
                        decided.detail(),
                        null),
                COLLECTION);
        boolean done = false;
        try {
            T result = act.get();
            done = !Boolean.FALSE.equals(result);
            return result;
        } finally {
            end(id, done);
        }
    }

    private void end(String id, boolean done) {
        try {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(id)),
                    new Update().set("outcome", done ? Outcome.DONE : Outcome.NOT_DONE),
                    COLLECTION);
        } catch (DataAccessException e) {
            LOG.warn("How the decision {} ended could not be noted", id, e);
        }
    }

    /** A place in the list. */
    public record Position(Instant at, String id) {}

    /**
     * Decisions, newest first.
     *
     * @param about a file, a record, a document or a run; null for all
     * @param after the last one of the page before; null for the first page
     */
    public List<AuditEntry> page(@Nullable String about, @Nullable Position after, int size) {
        Criteria criteria = new Criteria();
        if (about != null) {
            criteria = criteria.and(about.startsWith("doc-") ? "document" : "subject")
                    .is(about);
        }
        if (after != null) {
            criteria = criteria.and("at")
                    .lte(after.at())
                    .orOperator(
                            Criteria.where("at").lt(after.at()),
                            Criteria.where("_id").lt(after.id()));
        }
        return mongo.find(Query.query(criteria).with(NEWEST_FIRST).limit(size), AuditEntry.class, COLLECTION);
    }
}
