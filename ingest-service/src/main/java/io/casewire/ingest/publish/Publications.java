package io.casewire.ingest.publish;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.source.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One entry a document, under a lease while something of the document is published. */
@Repository
class Publications {
    private static final String COLLECTION = "publications";

    private final MongoOperations mongo;
    private final Leases leases;

    Publications(MongoOperations mongo, Leases leases) {
        this.mongo = mongo;
        this.leases = leases;
    }

    /**
     * Takes the document's lease.
     *
     * @throws DocumentBusy when somebody has it
     */
    Lease lease(String document) {
        return leases.takeOrCreate(COLLECTION, document).orElseThrow(() -> new DocumentBusy(document));
    }

    /** Takes the lease of a document that has a plan left by somebody who did not come to its end. */
    Optional<Leases.Leased<Publication>> takePending() {
        return leases.takeFirst(
                Publication.class, COLLECTION, Criteria.where("pending").ne(null), Sort.by("_id"), Publication::id);
    }

    Publication get(String document) {
        Publication found = mongo.findById(document, Publication.class, COLLECTION);
        return found == null ? new Publication(document, null, null, null, null) : found;
    }

    /**
     * Notes the plan; from here on it will be carried out.
     *
     * @param revision of the document's last event, planned ones included
     * @param newest the file that is published with it; null where none is
     */
    void begin(String document, Lease lease, Publication.Pending pending, long revision, @Nullable Source newest) {
        update(document, lease, withNewest(new Update().set("pending", pending).set("revision", revision), newest));
    }

    /** Notes which file is published where that needs no event. */
    void newest(String document, Lease lease, Source newest) {
        update(document, lease, withNewest(new Update(), newest));
    }

    /** The plan is carried out. */
    void end(String document, String planId) {
        mongo.updateFirst(
                Query.query(
                        Criteria.where("_id").is(document).and("pending.planId").is(planId)),
                new Update().unset("pending"),
                COLLECTION);
    }

    private static Update withNewest(Update update, @Nullable Source newest) {
        return newest == null
                ? update
                : update.set("newestReceivedAt", newest.receivedAt()).set("newestSource", newest.id());
    }

    private void update(String document, Lease lease, Update update) {
        Query ours =
                Query.query(Criteria.where("_id").is(document).and(Leases.TOKEN).is(lease.token()));
        if (mongo.updateFirst(ours, update, COLLECTION).getMatchedCount() == 0) {
            throw new DocumentBusy(document);
        }
    }
}
