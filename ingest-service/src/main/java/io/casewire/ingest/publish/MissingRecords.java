package io.casewire.ingest.publish;

import io.casewire.ingest.publish.PublicationBatch.Gaps;
import io.casewire.ingest.publish.PublishedRecord.Kept;
import io.casewire.ingest.publish.PublishedRecord.Missing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Published records that a reissue of their document lacks: they stay until somebody withdraws them, or says that they stay. */
@Repository
class MissingRecords {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "missing.since", "_id");

    private final MongoOperations mongo;

    MissingRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Notes what a file lacks and has again; noting it twice changes nothing. */
    void note(Gaps gaps, Origin origin, Instant at) {
        for (PublishedRecord record : gaps.missing()) {
            Missing known = record.missing();
            if (known == null || origin.isAfter(known.by())) {
                mark(record.id(), known == null ? new Missing(at, origin, null) : again(known, origin));
            }
        }
        if (!gaps.found().isEmpty()) {
            Criteria seen = Criteria.where("_id").in(gaps.found());
            mongo.find(Query.query(seen), PublishedRecord.class, PublishedRecords.COLLECTION).stream()
                    .filter(record -> record.missing() != null && record.missingAfter(origin) == null)
                    .forEach(record -> mongo.updateFirst(
                            byId(record.id()), new Update().unset("missing"), PublishedRecords.COLLECTION));
        }
    }

    private static Missing again(Missing known, Origin origin) {
        return new Missing(known.since(), origin, known.kept());
    }

    private void mark(String id, Missing missing) {
        mongo.updateFirst(byId(id), new Update().set("missing", missing), PublishedRecords.COLLECTION);
    }

    /** Notes as missing what stands by that file and is of a document that it is not a copy of by a newer reading. */
    void left(String document, Origin origin, Instant at) {
        Criteria left = Criteria.where("document")
                .is(document)
                .and("origin.upload")
                .is(origin.upload())
                .and("withdrawnBecause")
                .is(null)
                .and("missing")
                .is(null);
        mongo.updateMulti(
                Query.query(left),
                new Update().set("missing", new Missing(at, origin, null)),
                PublishedRecords.COLLECTION);
    }

    /** A place in the list. */
    record Position(Instant since, String id) {}

    /**
     * Those nobody has decided about, the latest first.
     *
     * @param document null for all
     * @param after the last one of the page before; null for the first page
     */
    List<PublishedRecord> page(@Nullable String document, @Nullable Position after, int size) {
        Criteria criteria = Criteria.where("missing.kept").is(null);
        if (document != null) {
            criteria = criteria.and("document").is(document);
        }
        if (after == null) {
            criteria = criteria.and("missing.since").gt(Instant.EPOCH);
        } else {
            criteria = criteria.and("missing.since")
                    .gt(Instant.EPOCH)
                    .lte(after.since())
                    .orOperator(
                            Criteria.where("missing.since").lt(after.since()),
                            Criteria.where("_id").lt(after.id()));
        }
        return mongo.find(
                Query.query(criteria).with(NEWEST_FIRST).limit(size),
                PublishedRecord.class,
                PublishedRecords.COLLECTION);
    }

    /** Says that a missing record stays; false where it is not missing. */
    boolean keep(String id, Kept kept) {
        Query missing =
                Query.query(Criteria.where("_id").is(id).and("missing.since").gt(Instant.EPOCH));
        return mongo.updateFirst(missing, new Update().set("missing.kept", kept), PublishedRecords.COLLECTION)
                        .getMatchedCount()
                > 0;
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
