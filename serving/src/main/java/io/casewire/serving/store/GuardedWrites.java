package io.casewire.serving.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Single-document writes that happen only if the document is as expected, many in one round trip and in any order. An upsert
 * whose guard finds nothing runs into the key of what is there already: nothing needs to be done then.
 */
public final class GuardedWrites {
    /** What documents are guarded by. */
    public static final String REVISION = "revision";

    private static final BulkWriteOptions EACH_ALONE = new BulkWriteOptions().ordered(false);

    private GuardedWrites() {}

    /** An update of a document that is older than that revision, or not there yet. */
    public static WriteModel<Document> ifNewer(String id, long revision, Bson update) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt(REVISION, revision)),
                update,
                new UpdateOptions().upsert(true));
    }

    /** Writes them all; says whether every one took effect. */
    public static boolean all(MongoTemplate store, String collection, List<WriteModel<Document>> writes) {
        Result result = run(store, collection, writes);
        return result.needless().isEmpty() && result.touched() == writes.size();
    }

    /**
     * Writes them all.
     *
     * @return the places in the list of those that ran into a key that is there already
     */
    public static Set<Integer> needless(MongoTemplate store, String collection, List<WriteModel<Document>> writes) {
        return run(store, collection, writes).needless();
    }

    /**
     * Writes them all.
     *
     * @return what became of them
     */
    public static Upserts upserts(MongoTemplate store, String collection, List<WriteModel<Document>> writes) {
        Result result = run(store, collection, writes);
        return new Upserts(result.made(), result.needless());
    }

    /**
     * What became of upserts, by their places in the list.
     *
     * @param made those that made a document which was not there
     * @param needless those that ran into a key that is there already
     */
    public record Upserts(Set<Integer> made, Set<Integer> needless) {
        public Upserts {
            made = Set.copyOf(made);
            needless = Set.copyOf(needless);
        }
    }

    private static Result run(MongoTemplate store, String collection, List<WriteModel<Document>> writes) {
        return writes.isEmpty()
                ? new Result(0, Set.of(), Set.of())
                : Objects.requireNonNull(store.execute(collection, documents -> run(documents, writes)));
    }

    private static Result run(MongoCollection<Document> documents, List<WriteModel<Document>> writes) {
        try {
            BulkWriteResult result = documents.bulkWrite(writes, EACH_ALONE);
            return new Result(
                    result.getInsertedCount()
                            + result.getMatchedCount()
                            + result.getUpserts().size(),
                    made(result),
                    Set.of());
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            Set<Integer> needless = new HashSet<>();
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                needless.add(error.getIndex());
            }
            // the counts beside errors differ between servers
            return new Result(0, made(e.getWriteResult()), needless);
        }
    }

    private static Set<Integer> made(BulkWriteResult result) {
        return result.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(Collectors.toSet());
    }

    private record Result(int touched, Set<Integer> made, Set<Integer> needless) {}
}
