package io.casewire.ingest.publish;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.casewire.contracts.id.DocumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The last published revision of every record. */
@Repository
class PublishedRecords {
    static final String COLLECTION = "records";
    private static final int DUPLICATE_KEY = 11000;
    private static final int MAX_IDS = 1000;

    private final MongoOperations mongo;

    PublishedRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void createIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index().on("document", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index().on("missing.since", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
    }

    Optional<PublishedRecord> find(String id) {
        return Optional.ofNullable(mongo.findById(id, PublishedRecord.class, COLLECTION));
    }

    /** All records of a document by id, withdrawn ones too. */
    Map<String, PublishedRecord> ofDocument(DocumentId document) {
        Map<String, PublishedRecord> byId = new LinkedHashMap<>();
        mongo.find(
                        Query.query(Criteria.where("document").is(document.value()))
                                .with(Sort.by("_id")),
                        PublishedRecord.class,
                        COLLECTION)
                .forEach(record -> byId.put(record.id(), record));
        return byId;
    }

    /** Notes these revisions; one that is noted already, or older than what is noted, is passed over. */
    void note(List<PublishedRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> writes = records.stream()
                .map(record -> new ReplaceOneModel<>(
                        // as two conditions side by side: the driver would put them into an $and
                        new Document("_id", record.id()).append("revision", new Document("$lt", record.revision())),
                        document(record),
                        new ReplaceOptions().upsert(true)))
                .toList();
        mongo.execute(COLLECTION, collection -> {
            try {
                return collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                // an upsert whose filter finds no older revision meets the one that is there
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                return e.getWriteResult();
            }
        });
    }

    /**
     * Notes that a file says the same of these records, where they stand by one received earlier: what was received in
     * between and says otherwise comes too late.
     */
    void confirm(List<PublishedRecord> records, Origin origin) {
        List<String> ids = records.stream()
                .filter(record -> record.origin() == null || origin.isAfter(record.origin()))
                .map(PublishedRecord::id)
                .toList();
        for (int from = 0; from < ids.size(); from += MAX_IDS) {
            mongo.updateMulti(
                    Query.query(Criteria.where("_id").in(ids.subList(from, Math.min(ids.size(), from + MAX_IDS)))),
                    new Update().set("origin", origin),
                    COLLECTION);
        }
    }

    private Document document(PublishedRecord record) {
        Document document = new Document();
        mongo.getConverter().write(record, document);
        return document;
    }
}
