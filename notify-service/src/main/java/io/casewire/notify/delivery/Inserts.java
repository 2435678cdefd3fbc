package io.casewire.notify.delivery;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Inserts many documents in few commands. */
record Inserts(MongoTemplate store) {
    private static final int DUPLICATE_KEY = 11000;
    private static final int MAX_BATCH = 1000;
    private static final InsertManyOptions EACH_ALONE = new InsertManyOptions().ordered(false);

    /** Inserts those whose id is not there yet; returns how many those were. The driver cuts a batch by bytes. */
    int ofAbsent(String collection, Collection<?> values) {
        List<Document> documents = values.stream().map(this::document).toList();
        int inserted = 0;
        for (int from = 0; from < documents.size(); from += MAX_BATCH) {
            List<Document> some = documents.subList(from, Math.min(documents.size(), from + MAX_BATCH));
            try {
                store.getCollection(collection).insertMany(some, EACH_ALONE);
                inserted += some.size();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                // not what the result counts: the embedded store counts the refused there too
                inserted += some.size() - e.getWriteErrors().size();
            }
        }
        return inserted;
    }

    private Document document(Object value) {
        Document document = new Document();
        store.getConverter().write(value, document);
        return document;
    }
}
