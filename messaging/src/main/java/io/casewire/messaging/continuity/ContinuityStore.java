package io.casewire.messaging.continuity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code continuity} in a service's own database. A backup leaves it out, as what is restored meets a new
 * log; the restore writes the memory of that one where the store was sound.
 *
 * <ul>
 *   <li>{@code log}: the {@link Memory}
 *   <li>{@code finding}: what is broken, for operators' tools; absent while nothing is
 *   <li>{@code decision}: an operator's, on the finding of that key
 * </ul>
 */
final class ContinuityStore {
    static final String COLLECTION = "continuity";
    static final String FINDING = "finding";
    static final String DECISION = "decision";
    static final String KEY = "key";
    private static final String LOG = "log";

    private final Supplier<MongoDatabase> database;
    private final Set<String> markers;

    /** @param markers collections that say nothing of data */
    ContinuityStore(Supplier<MongoDatabase> database, Set<String> markers) {
        this.database = database;
        this.markers = Set.copyOf(markers);
    }

    /** Null in a store that never worked with a log. */
    @Nullable
    Memory memory() {
        Document found = find(LOG);
        if (found == null) {
            return null;
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Document end : found.getList("ends", Document.class)) {
            ends.put(new TopicPartition(end.getString("topic"), end.getInteger("partition")), end.getLong("end"));
        }
        return new Memory(
                found.getString("clusterId"), ends, found.getDate("at").toInstant());
    }

    void remember(Memory memory) {
        List<Document> ends = new ArrayList<>();
        memory.ends()
                .forEach((partition, end) -> ends.add(new Document("topic", partition.topic())
                        .append("partition", partition.partition())
                        .append("end", end)));
        replace(new Document("_id", LOG)
                .append("clusterId", memory.clusterId())
                .append("ends", ends)
                .append("at", Date.from(memory.at())));
    }

    /** Whether a collection of this database holds a document that was not made by a mere start. */
    boolean holdsData() {
        for (String name : database.get().listCollectionNames()) {
            if (!name.equals(COLLECTION)
                    && !markers.contains(name)
                    && database.get().getCollection(name).find().limit(1).first() != null) {
                return true;
            }
        }
        return false;
    }

    void write(Verdict.Loss loss, Instant at) {
        replace(new Document("_id", FINDING)
                .append(KEY, loss.key())
                .append("missing", loss.missing())
                .append("remedy", loss.remedy())
                .append("at", Date.from(at)));
    }

    boolean isAccepted(Verdict.Loss loss) {
        Document decision = find(DECISION);
        return decision != null && Objects.equals(decision.getString(KEY), loss.key());
    }

    void clearFinding() {
        collection().deleteOne(new Document("_id", FINDING));
    }

    private @Nullable Document find(String id) {
        return collection().find(new Document("_id", id)).first();
    }

    private void replace(Document document) {
        collection().replaceOne(new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> collection() {
        return database.get().getCollection(COLLECTION);
    }
}
