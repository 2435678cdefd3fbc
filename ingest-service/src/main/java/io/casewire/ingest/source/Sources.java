package io.casewire.ingest.source;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

/** The files received. Every change is one guarded write to one document. */
@Repository
public class Sources {
    private static final String COLLECTION = "sources";
    private static final Sort OLDEST_FIRST = Sort.by("receivedAt", "_id");
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "receivedAt", "_id");

    private final MongoOperations mongo;
    private final Leases leases;
    private final InstantSource clock;

    public Sources(MongoOperations mongo, Leases leases, InstantSource clock) {
        this.mongo = mongo;
        this.leases = leases;
        this.clock = clock;
    }

    /** Makes the indexes the queries below need; does nothing where they are. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index().on("state", Sort.Direction.ASC).on("receivedAt", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index().on("receivedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index().on("reading.documentId", Sort.Direction.ASC).on("receivedAt", Sort.Direction.DESC));
    }

    /** Adds a file; false where it is known already. */
    public boolean add(Source source) {
        try {
            mongo.insert(source, COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    public Optional<Source> find(SourceId id) {
        return Optional.ofNullable(mongo.findById(id.value(), Source.class, COLLECTION));
    }

    /** The file of that document that came last; empty where none has been read yet. */
    public Optional<Source> latestOf(DocumentId id) {
        Query query = Query.query(Criteria.where("reading.documentId").is(id.value()))
                .with(NEWEST_FIRST)
                .limit(1);
        return Optional.ofNullable(mongo.findOne(query, Source.class, COLLECTION));
    }

    /**
     * Files, newest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param state null for all
     */
    public List<Source> page(@Nullable Position after, @Nullable SourceState state, int size) {
        Criteria criteria = new Criteria();
        if (state != null) {
            criteria = criteria.and("state").is(state);
        }
        if (after != null) {
            criteria = criteria.orOperator(
                    Criteria.where("receivedAt").lt(after.receivedAt()),
                    Criteria.where("receivedAt")
                            .is(after.receivedAt())
                            .and("_id")
                            .lt(after.id()));
        }
        return mongo.find(Query.query(criteria).with(NEWEST_FIRST).limit(size), Source.class, COLLECTION);
    }

    /** A place in the list of files. */
    public record Position(Instant receivedAt, String id) {}

    /** How many files are not through yet. */
    public long unfinished() {
        return mongo.count(Query.query(Criteria.where("state").in(SourceState.unfinished())), COLLECTION);
    }

    /** Takes the oldest file that is due and nobody works on. */
    public Optional<Leases.Leased<Source>> takeNext() {
        Criteria due = Criteria.where("state")
                .in(SourceState.unfinished())
                .and("notBefore")
                .lte(clock.instant());
        return leases.takeFirst(Source.class, COLLECTION, due, OLDEST_FIRST, Source::id);
    }

    /** Counts a start of the parser, before it starts. */
    public void countReading(Source source, Lease lease) {
        update(source, lease, new Update().inc("readings", 1));
    }

    /** The text is kept. */
    public void extracted(Source source, Lease lease, BlobReference text, Duration took) {
        update(source, lease, step(SourceState.EXTRACTED, took, null).set("text", text));
    }

    /** The records are kept. */
    public void parsed(Source source, Lease lease, Reading reading, Duration took, @Nullable String note) {
        update(source, lease, step(SourceState.PARSED, took, note).set("reading", reading));
    }

    /** Has the file worked on again later. */
    public void postpone(Source source, Lease lease, Duration pause, String waitingFor) {
        update(
                source,
                lease,
                new Update().set("notBefore", clock.instant().plus(pause)).set("waitingFor", waitingFor));
    }

    /** The service could not cope with the file. */
    public void fail(Source source, Lease lease, Refusal refusal) {
        update(source, lease, step(SourceState.FAILED, null, refusal.reason()).set("refusal", refusal));
    }

    /** The file's records are published; does nothing where that is known already. */
    public void published(SourceId id, Changes changes, @Nullable String note) {
        finish(id, step(SourceState.PUBLISHED, null, note).set("changes", changes));
    }

    /** The file is refused; does nothing where that is known already. */
    public void rejected(SourceId id, Refusal refusal) {
        finish(id, step(SourceState.REJECTED, null, refusal.reason()).set("refusal", refusal));
    }

    /** Has a rejected or failed file read again; false where it is neither. */
    public boolean restart(SourceId id, String note) {
        Query stopped = Query.query(
                Criteria.where("_id").is(id.value()).and("state").in(SourceState.REJECTED, SourceState.FAILED));
        Update update = step(SourceState.RECEIVED, null, note)
                .set("readings", 0)
                .set("notBefore", clock.instant())
                .unset("refusal");
        return mongo.updateFirst(stopped, update, COLLECTION).getModifiedCount() > 0;
    }

    private void finish(SourceId id, Update update) {
        Query unfinished =
                Query.query(Criteria.where("_id").is(id.value()).and("state").in(SourceState.unfinished()));
        mongo.updateFirst(unfinished, update, COLLECTION);
    }

    private Update step(SourceState state, @Nullable Duration took, @Nullable String note) {
        Long millis = took == null ? null : (Long) took.toMillis();
        return new Update()
                .set("state", state)
                .push("steps", new Step(state, clock.instant(), millis, note))
                .unset("waitingFor");
    }

    private void update(Source source, Lease lease, Update update) {
        Query ours = Query.query(
                Criteria.where("_id").is(source.id()).and(Leases.TOKEN).is(lease.token()));
        if (mongo.updateFirst(ours, update, COLLECTION).getMatchedCount() == 0) {
            throw new LostLease(source.id());
        }
    }
}
