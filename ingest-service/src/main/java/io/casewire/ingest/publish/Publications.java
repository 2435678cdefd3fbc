package io.casewire.ingest.publish;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
    Leased<Publication> take(String document) {
        return leases.takeOrCreate(Publication.class, COLLECTION, document)
                .orElseThrow(() -> new DocumentBusy(document));
    }

    Publication get(String document) {
        Publication found = mongo.findById(document, Publication.class, COLLECTION);
        return found == null ? new Publication(document, null, null, null, null, null) : found;
    }

    /** Names every document with a batch that was begun; looks at all, so it is for the start only. */
    void eachPending(Consumer<String> use) {
        Query pending = Query.query(Criteria.where("pending").ne(null));
        pending.fields().include("_id");
        try (Stream<Document> found = mongo.stream(pending, Document.class, COLLECTION)) {
            found.forEach(publication -> use.accept(publication.getString("_id")));
        }
    }

    /**
     * Notes what is going to be published; from here on it will be.
     *
     * @param revision of the document's last event, that of the batch included
     * @param newest the file that is published with it; null where it is not the newest
     */
    void begin(String document, Lease lease, Publication.Pending pending, long revision, @Nullable Origin newest) {
        Update update = withNewest(new Update().set("pending", pending).set("revision", revision), newest);
        Query ours =
                Query.query(Criteria.where("_id").is(document).and(Leases.TOKEN).is(lease.token()));
        if (mongo.updateFirst(ours, update, COLLECTION).getMatchedCount() == 0) {
            throw new DocumentBusy(document);
        }
    }

    /** Notes that corrections of the document's records have to be looked for; under the document's lease. */
    void corrected(String document) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(document)), new Update().set("corrected", true), COLLECTION);
    }

    /** All is published: gives the document back. */
    void end(Lease lease, @Nullable Origin newest) {
        lease.closeWith(withNewest(new Update().unset("pending"), newest));
    }

    private static Update withNewest(Update update, @Nullable Origin newest) {
        return newest == null
                ? update
                : update.set("newestReceivedAt", newest.receivedAt()).set("newestSource", newest.upload());
    }
}
