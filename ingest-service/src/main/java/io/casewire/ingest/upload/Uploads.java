package io.casewire.ingest.upload;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.parsing.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The files received. Every change is one guarded write to one document. */
@Repository
public class Uploads {
    // what the collection was called first: renaming it would lose nothing but the way back
    static final String COLLECTION = "sources";
    /** Code of a refusal: the kept bytes are not what was received. */
    public static final String DAMAGED = "DAMAGED";

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "receivedAt", "_id");

    private final MongoOperations mongo;
    private final InstantSource clock;

    public Uploads(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Makes the indexes the queries below need; does nothing where they are. */
    public void createIndexes() {
        UploadIndexes.create(mongo.indexOps(COLLECTION));
    }

    /** Adds a file; false where it is known already. */
    public boolean add(Upload upload) {
        try {
            mongo.insert(upload, COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    public Optional<Upload> find(SourceId id) {
        return Optional.ofNullable(mongo.findById(id.value(), Upload.class, COLLECTION));
    }

    /** The file of that document that came last; empty where none has been parsed yet. */
    public Optional<Upload> latestOf(DocumentId id) {
        Query query = Query.query(Criteria.where("reading.documentId").is(id.value()))
                .with(NEWEST_FIRST)
                .limit(1);
        return Optional.ofNullable(mongo.findOne(query, Upload.class, COLLECTION));
    }

    /**
     * Files, newest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param state null for all
     */
    public List<Upload> page(@Nullable Position after, @Nullable UploadState state, int size) {
        Criteria criteria = new Criteria();
        if (state != null) {
            criteria = criteria.and("state").is(state);
        }
        return page(after, criteria, size);
    }

    List<Upload> page(@Nullable Position after, Criteria chosen, int size) {
        Criteria criteria = chosen;
        if (after != null) {
            // the bound beside the choice lets an index begin at the place
            criteria = criteria.and("receivedAt")
                    .lte(after.receivedAt())
                    .orOperator(
                            Criteria.where("receivedAt").lt(after.receivedAt()),
                            Criteria.where("_id").lt(after.id()));
        }
        return mongo.find(Query.query(criteria).with(NEWEST_FIRST).limit(size), Upload.class, COLLECTION);
    }

    /** A place in the list of files. */
    public record Position(Instant receivedAt, String id) {}

    /** How far each of these files has come; those that are not known are left out. */
    public Map<String, UploadState> states(Collection<String> ids) {
        Query those = Query.query(Criteria.where("_id").in(ids));
        those.fields().include("_id", "state");
        Map<String, UploadState> states = new HashMap<>();
        for (Document upload : mongo.find(those, Document.class, COLLECTION)) {
            states.put(upload.getString("_id"), UploadState.valueOf(upload.getString("state")));
        }
        return states;
    }

    /** Names every file that is not through yet and waits for nobody, with the time when it was received. */
    public void eachUnfinished(BiConsumer<String, Instant> use) {
        Query unfinished = Query.query(Criteria.where("state")
                .in(UploadState.unfinished())
                .orOperator(
                        Criteria.where("hold.since").is(null),
                        Criteria.where("hold.decision").ne(null)));
        unfinished.fields().include("_id", "receivedAt");
        try (Stream<Document> found = mongo.stream(unfinished, Document.class, COLLECTION)) {
            found.forEach(upload -> use.accept(
                    upload.getString("_id"), upload.getDate("receivedAt").toInstant()));
        }
    }

    /**
     * Makes the file ours to write, and counts the attempt where one is left to do.
     *
     * @param attempts 0 where this process came through an attempt before: it did not kill it
     * @return empty where the file was removed
     */
    public Optional<Upload> claim(SourceId id, Lease lease, int attempts) {
        Update ours = new Update().set(Leases.TOKEN, lease.token());
        Query unfinished =
                Query.query(Criteria.where("_id").is(id.value()).and("state").in(UploadState.unfinished()));
        Upload claimed = mongo.findAndModify(
                unfinished,
                new Update().set(Leases.TOKEN, lease.token()).inc("readings", attempts),
                FindAndModifyOptions.options().returnNew(true),
                Upload.class,
                COLLECTION);
        if (claimed == null) {
            claimed = mongo.findAndModify(
                    Query.query(Criteria.where("_id").is(id.value())),
                    ours,
                    FindAndModifyOptions.options().returnNew(true),
                    Upload.class,
                    COLLECTION);
        }
        return Optional.ofNullable(claimed);
    }

    /**
     * The text is taken out of the file's format; nothing of it is kept, as a crash before it is parsed takes it out again. Does nothing
     * where that is noted.
     */
    public void extracted(Upload upload, Lease lease, Duration took) {
        if (upload.state() == UploadState.RECEIVED) {
            // the count of attempts stays: the parser may still end the process
            Step step = new Step(UploadState.EXTRACTED, clock.instant(), took.toMillis(), null);
            update(
                    upload,
                    lease,
                    new Update().set("state", step.state()).push("steps", step).unset("waitingFor"));
        }
    }

    /** The files in the archive are uploads of their own. */
    public void unpacked(Upload upload, Lease lease, ArchiveContents contents, Duration took) {
        Step step = new Step(UploadState.UNPACKED, clock.instant(), took.toMillis(), null);
        Update update =
                new Update().set("state", step.state()).push("steps", step).unset("waitingFor");
        update(upload, lease, update.set("contents", contents));
    }

    /**
     * The text and the records are kept.
     *
     * @param took from the beginning
     * @param isText whether the parser itself took the text out of the file
     * @param hold null where nothing holds it
     */
    public void parsed(
            Upload upload,
            Lease lease,
            BlobReference text,
            ParseResult parse,
            Duration took,
            boolean isText,
            @Nullable Hold hold) {
        Instant at = clock.instant();
        Update update = new Update()
                .set("state", UploadState.PARSED)
                .set("text", text)
                .set("reading", parse)
                .set("readings", 0)
                .unset("waitingFor");
        if (hold != null) {
            update.set("hold", hold);
        }
        Step parsed = new Step(UploadState.PARSED, at, took.toMillis(), null);
        if (isText) {
            update.push("steps").each(new Step(UploadState.EXTRACTED, at, took.toMillis(), null), parsed);
        } else {
            update.push("steps", parsed);
        }
        update(upload, lease, update);
    }

    /** Says why the file waits; does nothing where it is through. */
    public void waitsFor(Upload upload, Lease lease, String waitingFor) {
        Query ours = ours(upload, lease).addCriteria(Criteria.where("state").in(UploadState.unfinished()));
        mongo.updateFirst(ours, new Update().set("waitingFor", waitingFor).set("readings", 0), COLLECTION);
    }

    /** The service could not cope with the file. */
    public void fail(Upload upload, Lease lease, Refusal refusal) {
        update(upload, lease, step(UploadState.FAILED, refusal.reason()).set("refusal", refusal));
    }

    /** Nobody touches the file before a person decides. */
    public void quarantine(Upload upload, Lease lease, Refusal refusal) {
        update(upload, lease, step(UploadState.QUARANTINED, refusal.reason()).set("refusal", refusal));
    }

    /**
     * The file's records are published; does nothing where that is known already.
     *
     * @param superseded what was not, in favour of a file received later; null for nothing
     */
    public void published(SourceId id, Changes changes, @Nullable String note, @Nullable Superseded superseded) {
        UploadState state = superseded == null ? UploadState.PUBLISHED : UploadState.SUPERSEDED;
        Update update = step(state, note).set("changes", changes);
        finish(id, superseded == null ? update : update.set("superseded", superseded));
    }

    /** The file is refused; does nothing where that is known already. */
    public void rejected(SourceId id, Refusal refusal) {
        finish(id, step(UploadState.REJECTED, refusal.reason()).set("refusal", refusal));
    }

    /** Has a file that ended without being published parsed again; false where it is none. */
    public boolean restart(SourceId id, String note) {
        Query stopped = Query.query(Criteria.where("_id")
                .is(id.value())
                .and("state")
                .in(UploadState.REJECTED, UploadState.FAILED, UploadState.QUARANTINED));
        Update update = step(UploadState.RECEIVED, note)
                .set("readings", 0)
                .unset("refusal")
                // whoever was to look at it is to look again
                .unset("hold.since")
                .unset("hold.decision")
                .unset("hold.before");
        return mongo.updateFirst(stopped, update, COLLECTION).getModifiedCount() > 0;
    }

    /** Removes the file; false where it is not as it was claimed any more. */
    public boolean remove(Upload upload, Lease lease) {
        Query asClaimed =
                ours(upload, lease).addCriteria(Criteria.where("state").is(upload.state()));
        return mongo.remove(asClaimed, COLLECTION).getDeletedCount() > 0;
    }

    /**
     * Whether any file refers to those bytes; looks at all, so it is for rare acts of a person.
     *
     * @param field as stored
     */
    public boolean refersTo(String field, BlobReference blob) {
        return mongo.exists(Query.query(Criteria.where(field + ".sha256").is(blob.sha256())), COLLECTION);
    }

    private void finish(SourceId id, Update update) {
        Query unfinished =
                Query.query(Criteria.where("_id").is(id.value()).and("state").in(UploadState.unfinished()));
        mongo.updateFirst(unfinished, update, COLLECTION);
    }

    private Update step(UploadState state, @Nullable String note) {
        return new Update()
                .set("state", state)
                .push("steps", new Step(state, clock.instant(), null, note))
                .unset("waitingFor");
    }

    private void update(Upload upload, Lease lease, Update update) {
        if (mongo.updateFirst(ours(upload, lease), update, COLLECTION).getMatchedCount() == 0) {
            throw new LostLease(upload.id());
        }
    }

    private static Query ours(Upload upload, Lease lease) {
        return Query.query(
                Criteria.where("_id").is(upload.id()).and(Leases.TOKEN).is(lease.token()));
    }
}
