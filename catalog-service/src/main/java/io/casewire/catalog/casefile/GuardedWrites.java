package io.casewire.catalog.casefile;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Bulk writes of which each stands alone: an upsert whose guard finds nothing runs into the key of what is there
 * already, which means that nothing needs to be done.
 */
public final class GuardedWrites {
    private static final BulkWriteOptions EACH_ALONE = new BulkWriteOptions().ordered(false);

    private GuardedWrites() {}

    /**
     * Writes them all.
     *
     * @return the places in the list of those that were not needed
     * @throws MongoBulkWriteException when any failed for another reason
     */
    public static Set<Integer> write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return Set.of();
        }
        try {
            collection.bulkWrite(writes, EACH_ALONE);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            Set<Integer> notNeeded = new HashSet<>();
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                notNeeded.add(error.getIndex());
            }
            return notNeeded;
        }
    }
}
