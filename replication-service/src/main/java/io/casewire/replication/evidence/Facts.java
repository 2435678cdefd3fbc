package io.casewire.replication.evidence;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The facts in the store. A withdrawn one leaves its revision and names behind. */
final class Facts {
    private static final String COLLECTION = "evidence";
    private static final String RESULT_KEYS = "resultKeys";
    private static final String WITHDRAWN = "withdrawn";
    private static final String FACT = "fact";
    private static final String RESULT_NAME = "fact.adoption.resultName";

    private final MongoTemplate store;

    Facts(MongoTemplate store) {
        this.store = store;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(RESULT_KEYS, Sort.Direction.ASC).named("by_result"));
    }

    /** Keeps the newer ones; of one that changed its name both names are remembered. */
    void keepNewer(Collection<Fact> facts) {
        GuardedWrites.all(
                store,
                COLLECTION,
                facts.stream()
                        .map(fact -> GuardedWrites.ifNewer(
                                fact.id().value(),
                                fact.revision(),
                                new Document("$set", fields(fact))
                                        .append(
                                                "$addToSet",
                                                new Document(
                                                        RESULT_KEYS,
                                                        ComparableKey.of(
                                                                fact.adoption().resultName())))))
                        .toList());
    }

    /** Takes one back, known before or not. */
    void withdraw(EvidenceId id, long revision, String reason) {
        GuardedWrites.all(
                store,
                COLLECTION,
                List.of(GuardedWrites.ifNewer(
                        id.value(),
                        revision,
                        new Document(
                                "$set", new Document(GuardedWrites.REVISION, revision).append(WITHDRAWN, reason)))));
    }

    /** The keys a fact was ever found under. */
    Set<String> resultKeys(Collection<EvidenceId> ids) {
        Set<String> keys = new LinkedHashSet<>();
        store.execute(COLLECTION, collection -> {
            collection
                    .find(Filters.in("_id", ids.stream().map(EvidenceId::value).toList()))
                    .forEach(document -> keys.addAll(document.getList(RESULT_KEYS, String.class, List.of())));
            return keys;
        });
        return keys;
    }

    /** Which of these have been heard of here, withdrawn ones included. */
    Set<EvidenceId> known(Collection<EvidenceId> ids) {
        Set<EvidenceId> known = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            store.execute(COLLECTION, collection -> {
                collection
                        .find(Filters.in(
                                "_id", ids.stream().map(EvidenceId::value).toList()))
                        .projection(Projections.include("_id"))
                        .forEach(document -> known.add(new EvidenceId(document.getString("_id"))));
                return known;
            });
        }
        return known;
    }

    /** Those that stand and name one of these results now. */
    List<Fact> of(Collection<String> resultKeys) {
        List<Fact> facts = store.execute(COLLECTION, collection -> collection
                .find(Filters.and(Filters.in(RESULT_KEYS, resultKeys), Filters.eq(WITHDRAWN, null)))
                .map(document -> StoredJson.value(document.get(FACT, Document.class), Fact.class))
                .into(new ArrayList<>()));
        return facts == null
                ? List.of()
                : facts.stream()
                        .filter(fact -> resultKeys.contains(
                                ComparableKey.of(fact.adoption().resultName())))
                        .toList();
    }

    /**
     * Stores the key of every result that is stored without it; former keys stay.
     *
     * @return those keys
     */
    Set<String> makeKeysAnew() {
        Set<String> added = new LinkedHashSet<>();
        store.execute(COLLECTION, collection -> {
            List<Document> all = collection
                    .find(Filters.exists(FACT))
                    .projection(Projections.include(RESULT_KEYS, RESULT_NAME))
                    .into(new ArrayList<>());
            for (Document document : all) {
                String key = ComparableKey.of(document.get(FACT, Document.class)
                        .get("adoption", Document.class)
                        .getString("resultName"));
                if (!document.getList(RESULT_KEYS, String.class, List.of()).contains(key)) {
                    added.add(key);
                    collection.updateOne(
                            Filters.eq("_id", document.getString("_id")), Updates.addToSet(RESULT_KEYS, key));
                }
            }
            return added;
        });
        return added;
    }

    private static Document fields(Fact fact) {
        return new Document(GuardedWrites.REVISION, fact.revision())
                .append(WITHDRAWN, null)
                .append(FACT, StoredJson.document(fact));
    }
}
