package io.casewire.replication.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Single-document writes that happen only if the document is as expected, many in one round trip. */
public final class GuardedWrites {
    /** What every document is guarded by. */
    public static final String REVISION = "revision";

    private static final int DUPLICATE_KEY = 11000;

    private GuardedWrites() {}

    /** An update of a document that is older than that revision, or not there yet. */
    public static WriteModel<Document> ifNewer(String id, long revision, Bson update) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt(REVISION, revision)),
                update,
                new UpdateOptions().upsert(true));
    }

    /**
     * Runs them in any order. A duplicate id only means that somebody else was there before.
     *
     * @return whether every one took effect
     */
    public static boolean run(MongoTemplate store, String collection, List<WriteModel<Document>> writes) {
        return writes.isEmpty()
                || Boolean.TRUE.equals(store.execute(collection, documents -> {
                    try {
                        BulkWriteResult result = documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
                        return result.getInsertedCount()
                                        + result.getMatchedCount()
                                        + result.getUpserts().size()
                                == writes.size();
                    } catch (MongoBulkWriteException e) {
                        if (e.getWriteConcernError() != null
                                || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                            throw e;
                        }
                        // the counts beside errors differ between servers
                        return false;
                    }
                }));
    }
}
