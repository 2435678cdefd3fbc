package io.casewire.ingest.upload;

import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.upload.Hold.EarlierReading;
import io.casewire.ingest.upload.Uploads.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Files that were read before and are read again. Every change is one guarded write to one document. */
@Repository
public class RereadUploads {
    private static final Sort OLDEST_FIRST = Sort.by(Sort.Direction.ASC, "receivedAt", "_id");

    private final MongoOperations mongo;
    private final InstantSource clock;

    public RereadUploads(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Which files.
     *
     * @param until received no later
     * @param document a file's or a document's id; null for all
     * @param state null for every state in which a file rests
     * @param notBy only those that another version of the parser read; null for all
     */
    public record Choice(
            Instant until,
            @Nullable String document,
            @Nullable UploadState state,
            @Nullable Integer notBy) {}

    public long count(Choice choice) {
        return mongo.count(Query.query(criteria(choice, null)), Uploads.COLLECTION);
    }

    /** The oldest one after that place; empty at the end. */
    public Optional<Upload> next(Choice choice, @Nullable Position after) {
        Query query = Query.query(criteria(choice, after)).with(OLDEST_FIRST).limit(1);
        return Optional.ofNullable(mongo.findOne(query, Upload.class, Uploads.COLLECTION));
    }

    private static Criteria criteria(Choice choice, @Nullable Position after) {
        Criteria criteria = choice.state() == null
                ? Criteria.where("state")
                        .in(
                                UploadState.PARSED,
                                UploadState.PUBLISHED,
                                UploadState.SUPERSEDED,
                                UploadState.REJECTED,
                                UploadState.FAILED)
                : Criteria.where("state").is(choice.state());
        if (choice.document() != null) {
            criteria = criteria.and(choice.document().startsWith("doc-") ? "reading.documentId" : "_id")
                    .is(choice.document());
        }
        if (choice.notBy() != null) {
            criteria = criteria.and("reading.parser").ne(choice.notBy());
        }
        if (after == null) {
            return criteria.and("receivedAt").lte(choice.until());
        }
        return criteria.and("receivedAt")
                .lte(choice.until())
                .gte(after.receivedAt())
                .orOperator(
                        Criteria.where("receivedAt").gt(after.receivedAt()),
                        Criteria.where("_id").gt(after.id()));
    }

    /**
     * Puts a new reading in the place of the old one: from here on it is published as any other, or waits for a person.
     *
     * @param as the file as it was looked at
     * @param hold null where nothing holds it
     * @return false where somebody changed the file meanwhile
     */
    public boolean replace(
            Upload as, BlobReference text, ParseResult parse, @Nullable Hold hold, String run, String note) {
        ParseResult standing = as.standing();
        String documentBefore = standing == null ? null : standing.documentId();
        Update update = new Update()
                .set("state", UploadState.PARSED)
                .set("text", text)
                .set("reading", parse)
                .set("readings", 0)
                .set("reread", new Upload.Reread(run, documentBefore))
                .push("steps", new Step(UploadState.PARSED, clock.instant(), null, note))
                .unset("waitingFor")
                .unset("superseded")
                .unset("refusal");
        if (hold != null) {
            update.set("hold", withBefore(hold, as));
        }
        return write(as, update);
    }

    /** What stands while the new reading waits; of a file that waits already, what stood then. */
    private static Hold withBefore(Hold hold, Upload as) {
        EarlierReading before = as.held() && as.hold() != null ? as.hold().before() : null;
        if (before == null && as.state().isPublished()) {
            before = new EarlierReading(as.state(), Objects.requireNonNull(as.parse()), as.text());
        }
        return new Hold(hold.asked(), hold.every(), hold.codes(), hold.since(), null, before);
    }

    /** Keeps a new reading with the same records: nothing follows from it. */
    public boolean confirm(Upload as, BlobReference text, ParseResult parse) {
        return write(as, new Update().set("text", text).set("reading", parse));
    }

    private boolean write(Upload as, Update update) {
        Criteria unchanged = Criteria.where("_id").is(as.id()).and("state").is(as.state());
        if (as.parse() != null) {
            unchanged = unchanged
                    .and("reading.records.sha256")
                    .is(as.parse().records().sha256());
        }
        if (as.held()) {
            unchanged = unchanged.and("hold.decision").is(null);
        }
        return mongo.updateFirst(Query.query(unchanged), update, Uploads.COLLECTION)
                        .getMatchedCount()
                > 0;
    }
}
