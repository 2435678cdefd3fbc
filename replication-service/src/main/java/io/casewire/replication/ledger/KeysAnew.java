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

    /** Makes them before anybody asks for them; lines that somebody else changes meanwhile are come back to. */
    void make() {
        long made = 0;
        for (long some = pass(); some > 0; some = pass()) {
            made += some;
        }
        if (made > 0) {
            LOG.info("Made the keys of {} lines", made);
        }
    }

    private long pass() {
        long made = 0;
        String after = "";
        for (List<Document> lines = without(after); !lines.isEmpty(); lines = without(after)) {
            List<WriteModel<Document>> writes =
                    lines.stream().map(KeysAnew::write).toList();
            GuardedWrites.all(store, Entries.COLLECTION, writes);
            made += writes.size();
            after = lines.getLast().getString("_id");
        }
        return made;
    }

    private List<Document> without(String after) {
        List<Document> lines = store.execute(Entries.COLLECTION, collection -> collection
                .find(Filters.and(Filters.gt("_id", after), Filters.ne(SortKeys.OF_VERSION, SortKeys.VERSION)))
                .sort(Sorts.ascending("_id"))
                .limit(AT_ONCE)
                .into(new ArrayList<>()));
        return lines == null ? List.of() : lines;
    }

    private static WriteModel<Document> write(Document line) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", line.getString("_id")),
                        Filters.eq(GuardedWrites.REVISION, line.getLong(GuardedWrites.REVISION))),
                Updates.set(SortKeys.FIELD, SortKeys.of(StoredEntry.entry(line))));
    }
}
