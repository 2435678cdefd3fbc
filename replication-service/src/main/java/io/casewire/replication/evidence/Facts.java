package io.casewire.replication.evidence;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.SettlementEvent.EvidenceSettled;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.Outgoing;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The facts in the store. A withdrawn one leaves its revision and names behind. */
final class Facts {
    static final String COLLECTION = "evidence";
    private static final String RESULT_KEYS = "resultKeys";
    static final String SETTLED = "settled";
    static final String SETTLED_TO = "settledTo";
    private static final String RESULT_NAME = "fact.adoption.resultName";
    private static final int NO_LIMIT = 0;
    private static final String ISSUED_ON = "fact.document.issuedOn";

    private final MongoTemplate store;
    private final OutboxRelay relay;

    Facts(MongoTemplate store, OutboxRelay relay) {
        this.store = store;
        this.relay = relay;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(RESULT_KEYS, Sort.Direction.ASC).named("by_result"));
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(SETTLED_TO, Sort.Direction.ASC).named("by_settlement"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(KeptFact.UNMATCHED, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_unmatched"));
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
                                "$set",
                                new Document(GuardedWrites.REVISION, revision).append(KeptFact.WITHDRAWN, reason)))));
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
                        .find(new Document(
                                        "_id",
                                        new Document(
                                                "$in",
                                                ids.stream()
                                                        .map(EvidenceId::value)
                                                        .toList()))
                                // of the others only what a person decided is known
                                .append(GuardedWrites.REVISION, new Document("$gte", 1L)))
                        .projection(Projections.include("_id"))
                        .forEach(document -> known.add(new EvidenceId(document.getString("_id"))));
                return known;
            });
        }
        return known;
    }

    /** The dates printed on the documents of these, as far as any is. */
    Map<EvidenceId, String> issuedOn(Collection<EvidenceId> ids) {
        Map<EvidenceId, String> dates = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            store.execute(COLLECTION, collection -> {
                collection
                        .find(Filters.in(
                                "_id", ids.stream().map(EvidenceId::value).toList()))
                        .projection(Projections.include(ISSUED_ON))
                        .forEach(document -> {
                            String date = document.getEmbedded(List.of("fact", "document", "issuedOn"), String.class);
                            if (date != null) {
                                dates.put(new EvidenceId(document.getString("_id")), date);
                            }
                        });
                return dates;
            });
        }
        return dates;
    }

    /** Those that once named one of these results or are settled to one of these cases, withdrawn ones included. */
    List<KeptFact> about(Collection<String> resultKeys, Collection<CaseId> caseIds) {
        return read(
                Filters.and(
                        Filters.exists(KeptFact.FACT),
                        Filters.or(
                                Filters.in(RESULT_KEYS, resultKeys),
                                Filters.in(
                                        SETTLED_TO,
                                        caseIds.stream().map(CaseId::value).toList()))),
                NO_LIMIT);
    }

    Optional<KeptFact> find(EvidenceId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /** Those of these whose document was read. */
    List<KeptFact> findAll(Collection<EvidenceId> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(
                        Filters.and(
                                Filters.in(
                                        "_id",
                                        ids.stream().map(EvidenceId::value).toList()),
                                Filters.exists(KeptFact.FACT)),
                        NO_LIMIT);
    }

    /** Those that wait for a person, in the order of their ids, beginning after that id. */
    List<KeptFact> waiting(Collection<Unmatched> why, @Nullable EvidenceId after, int limit) {
        List<Bson> conditions = new ArrayList<>(List.of(
                Filters.in(KeptFact.UNMATCHED, why.stream().map(Unmatched::name).toList()),
                Filters.eq(KeptFact.WITHDRAWN, null)));
        if (after != null) {
            conditions.add(Filters.gt("_id", after.value()));
        }
        return read(Filters.and(conditions), limit);
    }

    /** Notes what keeps facts from speaking for a line; null for those that nothing does. Of those read again meanwhile nothing is noted. */
    void note(Map<KeptFact, Optional<Unmatched>> why) {
        GuardedWrites.all(
                store,
                COLLECTION,
                why.entrySet().stream()
                        .<WriteModel<Document>>map(one -> new UpdateOneModel<>(
                                asRead(one.getKey()),
                                Updates.set(
                                        KeptFact.UNMATCHED,
                                        one.getValue().map(Unmatched::name).orElse(null))))
                        .toList());
    }

    /**
     * Adds a decision, with its event.
     *
     * @return false if the fact was read again or decided upon meanwhile
     */
    boolean settle(KeptFact before, Envelope<EvidenceSettled> envelope) {
        boolean settled = GuardedWrites.all(
                store,
                COLLECTION,
                List.of(new UpdateOneModel<>(
                        asRead(before),
                        Updates.combine(
                                Settlements.settled(envelope.event()),
                                Updates.set(KeptFact.UNMATCHED, null),
                                Updates.pushEach(
                                        Outbox.FIELD, Outbox.pending(new Outgoing<>(Topics.SETTLEMENT, envelope)))))));
        relay.wakeUp();
        return settled;
    }

    private static Bson asRead(KeptFact fact) {
        int settled = fact.settlements().size();
        return Filters.and(
                Filters.eq("_id", fact.id().value()),
                Filters.eq(GuardedWrites.REVISION, fact.revision()),
                settled == 0 ? Filters.exists(SETTLED, false) : Filters.eq(SETTLED, settled));
    }

    /** Keys of results that are stored by a version which judged none. */
    Set<String> unjudgedKeys() {
        Set<String> keys = new LinkedHashSet<>();
        store.execute(COLLECTION, collection -> {
            collection
                    .find(Filters.and(Filters.exists(KeptFact.FACT), Filters.exists(KeptFact.UNMATCHED, false)))
                    .projection(Projections.include(RESULT_KEYS))
                    .forEach(document -> keys.addAll(document.getList(RESULT_KEYS, String.class, List.of())));
            return keys;
        });
        return keys;
    }

    private List<KeptFact> read(Bson filter, int limit) {
        List<KeptFact> facts = store.execute(COLLECTION, collection -> collection
                .find(filter)
                .projection(Projections.exclude(Outbox.FIELD))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(KeptFact::of)
                .into(new ArrayList<>()));
        return facts == null ? List.of() : facts;
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
                    .find(Filters.exists(KeptFact.FACT))
                    .projection(Projections.include(RESULT_KEYS, RESULT_NAME))
                    .into(new ArrayList<>());
            for (Document document : all) {
                String key = ComparableKey.of(document.get(KeptFact.FACT, Document.class)
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
                .append(KeptFact.WITHDRAWN, null)
                .append(KeptFact.FACT, StoredJson.document(fact));
    }
}
