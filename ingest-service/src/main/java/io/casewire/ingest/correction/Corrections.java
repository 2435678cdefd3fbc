package io.casewire.ingest.correction;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** All corrections that hold, one document each. Written under the lease of the document they concern. */
@Repository
public class Corrections {
    private static final String COLLECTION = "corrections";
    private static final Sort ORDER = Sort.by("_id");

    private final MongoOperations mongo;

    public Corrections(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Makes the indexes the queries below need; does nothing where they are. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index().on("document", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index().on("record", Sort.Direction.ASC));
    }

    /** Keeps it, in the place of an earlier one of that field. */
    public void keep(Correction correction) {
        mongo.save(correction, COLLECTION);
    }

    /** Marks one as holding no longer; it is published before it is gone. */
    public void takeBack(Correction correction) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(correction.id())),
                new Update().set("takenBack", true).set("pending", true),
                COLLECTION);
    }

    public Optional<Correction> find(String record, String field) {
        return Optional.ofNullable(mongo.findById(Correction.id(record, field), Correction.class, COLLECTION))
                .filter(correction -> !correction.takenBack());
    }

    /** Those that hold of a document's records, by record and field. */
    public List<Correction> ofDocument(String document) {
        return find(Criteria.where("document").is(document).and("takenBack").is(false));
    }

    /** Those that hold of a record, by field. */
    public List<Correction> ofRecord(String record) {
        return find(Criteria.where("record").is(record).and("takenBack").is(false));
    }

    /** Those of a document that may not be published yet, also those taken back. */
    public List<Correction> pendingOf(String document) {
        return find(Criteria.where("document").is(document).and("pending").is(true));
    }

    private List<Correction> find(Criteria criteria) {
        return mongo.find(Query.query(criteria).with(ORDER), Correction.class, COLLECTION);
    }

    /** Names every document with one that may not be published yet; looks at all, so it is for the start only. */
    public void eachPending(Consumer<String> use) {
        Query pending = Query.query(Criteria.where("pending").is(true));
        pending.fields().include("document");
        try (Stream<Document> found = mongo.stream(pending, Document.class, COLLECTION)) {
            found.map(correction -> correction.getString("document")).distinct().forEach(use);
        }
    }

    /** What is pending of that record is published, or noted to be: those taken back are gone now. */
    public void settle(String record) {
        Criteria pending = Criteria.where("record").is(record).and("pending").is(true);
        mongo.remove(Query.query(pending.and("takenBack").is(true)), COLLECTION);
        mongo.updateMulti(
                Query.query(Criteria.where("record").is(record).and("pending").is(true)),
                new Update().set("pending", false),
                COLLECTION);
    }
}
