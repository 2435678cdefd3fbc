package io.casewire.replication.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Indicators that documents print, in the store. One that is withdrawn leaves its id behind. */
final class Indicators {
    private static final String COLLECTION = "indicators";
    private static final String DOCUMENT = "document";
    private static final String INDICATOR = "indicator";

    private final MongoTemplate store;

    Indicators(MongoTemplate store) {
        this.store = store;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(DOCUMENT, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_document"));
    }

    /**
     * An indicator at a revision.
     *
     * @param document null where it was withdrawn
     * @param indicator null as {@code document}
     */
    record Told(
            String id,
            long revision,
            @Nullable DocumentId document,
            @Nullable IndicatorRecord indicator) {}

    /** Keeps those that are newer than what is kept. */
    void keepNewer(List<Told> told) {
        GuardedWrites.all(
                store,
                COLLECTION,
                told.stream()
                        .map(one -> GuardedWrites.ifNewer(
                                one.id(),
                                one.revision(),
                                Updates.combine(
                                        Updates.set(GuardedWrites.REVISION, one.revision()),
                                        Updates.set(
                                                DOCUMENT,
                                                one.document() == null
                                                        ? null
                                                        : one.document().value()),
                                        Updates.set(
                                                INDICATOR,
                                                one.indicator() == null
                                                        ? null
                                                        : StoredJson.document(one.indicator())))))
                        .toList());
    }

    /** Those that a document prints. */
    List<IndicatorRecord> of(DocumentId document) {
        List<IndicatorRecord> found = store.execute(COLLECTION, collection -> collection
                .find(Filters.eq(DOCUMENT, document.value()))
                .sort(Sorts.ascending("_id"))
                .map(stored -> StoredJson.value(stored.get(INDICATOR, Document.class), IndicatorRecord.class))
                .into(new ArrayList<>()));
        return found == null ? List.of() : found;
    }
}
