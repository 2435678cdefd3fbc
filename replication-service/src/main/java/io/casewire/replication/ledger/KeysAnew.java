package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives lines of versions before this one the keys they are searched and sorted by; what was done is not done again. */
final class KeysAnew {
    private static final Logger LOG = LoggerFactory.getLogger(KeysAnew.class);
    private static final int AT_ONCE = 500;

    private final MongoTemplate store;

    KeysAnew(MongoTemplate store) {
        this.store = store;
    }

    /** Makes them before anybody asks for them. */
    void make() {
        long made = 0;
        for (int written = AT_ONCE; written == AT_ONCE; made += written) {
            written = some();
        }
        if (made > 0) {
            LOG.info("Made the keys of {} lines", made);
        }
    }

    private int some() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        store.execute(Entries.COLLECTION, collection -> {
            collection
                    .find(Filters.ne(SortKeys.OF_VERSION, SortKeys.VERSION))
                    .sort(Sorts.ascending("_id"))
                    .limit(AT_ONCE)
                    .forEach(document -> writes.add(new UpdateOneModel<>(
                            Filters.and(
                                    Filters.eq("_id", document.getString("_id")),
                                    Filters.eq(GuardedWrites.REVISION, document.getLong(GuardedWrites.REVISION))),
                            Updates.set(SortKeys.FIELD, SortKeys.of(StoredEntry.entry(document))))));
            return writes.isEmpty() ? null : collection.bulkWrite(writes);
        });
        return writes.size();
    }
}
