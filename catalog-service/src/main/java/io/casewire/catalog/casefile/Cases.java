package io.casewire.catalog.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.id.CaseId;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.store.GuardedWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.ErrorResponseException;

/**
 * The stored cases, one document each at its newest revision. A write is guarded by the revision it brings, so that
 * events may come twice, late or out of order.
 */
public final class Cases {
    static final String COLLECTION = "cases";
    private static final String STATE_COLLECTION = "state";
    private static final String STATE = "catalogue";
    private static final String CHANGES = "changes";
    private static final String STORE = "store";

    private final MongoTemplate mongo;
    private final AtomicLong ownChanges = new AtomicLong();

    Cases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Which store this is and what others did to it.
     *
     * @param storeId another one after the store was dropped
     * @param changesByOthers grows with every batch another process stores
     */
    public record State(String storeId, long changesByOthers) {}

    /** The case; empty if the catalogue never had it. */
    public Optional<StoredCase> find(CaseId id) {
        return findAll(List.of(id.value())).stream().findFirst();
    }

    /**
     * The case that an address names.
     *
     * @throws ErrorResponseException (400, 404) for what is no id of a case, or of none that the catalogue ever had
     */
    public StoredCase named(String id) {
        CaseId known = id(id);
        return find(known).orElseThrow(() -> unknown(known));
    }

    static CaseId id(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("id", "It is not the id of a case: case- and 26 letters and digits.");
        }
    }

    static ErrorResponseException unknown(CaseId id) {
        return Problems.notFound("case", id.value());
    }

    /** Those cases, in the order of the ids; ids without a case are passed over. */
    public List<StoredCase> findAll(Collection<String> ids) {
        Map<String, StoredCase> found = mongo.execute(COLLECTION, cases -> {
            Map<String, StoredCase> byId = new HashMap<>();
            for (Document document : cases.find(in(CaseFields.ID, ids))) {
                byId.put(document.getString(CaseFields.ID), CaseFields.read(document));
            }
            return byId;
        });
        return ids.stream()
                .map(Objects.requireNonNull(found)::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Tells the id and {@link StoredCase#writes()} of every case. */
    public void forEachWrites(ObjLongConsumer<String> consumer) {
        mongo.execute(COLLECTION, cases -> {
            Bson fields = Projections.include(CaseFields.ID, CaseFields.WRITES);
            for (Document document : cases.find().projection(fields).sort(Sorts.ascending(CaseFields.ID))) {
                consumer.accept(document.getString(CaseFields.ID), document.getLong(CaseFields.WRITES));
            }
            return true;
        });
    }

    /** The store's state; empty for a store nothing was ever written to, or that was dropped. */
    public Optional<State> state() {
        long own = ownChanges.get();
        Document state =
                mongo.execute(STATE_COLLECTION, states -> states.find(eq(STATE)).first());
        return Optional.ofNullable(state).map(found -> new State(found.getString(STORE), found.getLong(CHANGES) - own));
    }

    /** Marks the store as one that the log is being read into. */
    void begin() {
        mongo.execute(
                STATE_COLLECTION,
                (MongoCollection<Document> states) -> states.updateOne(
                        eq(STATE),
                        combine(setOnInsert(STORE, UUID.randomUUID().toString()), setOnInsert(CHANGES, 0L)),
                        new UpdateOptions().upsert(true)));
    }

    /**
     * Stores what is newer than what is there.
     *
     * @return how many cases got a newer revision
     */
    int store(List<CaseRevision> revisions) {
        List<CaseRevision> newest = newestOfEach(revisions);
        Map<String, Instant> first = firstTimes(revisions);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (CaseRevision revision : newest) {
            writes.add(new UpdateOneModel<>(
                    and(eq(CaseFields.ID, revision.id()), lt(CaseFields.REVISION, revision.number())),
                    combine(
                            CaseFields.write(revision),
                            min(CaseFields.FIRST, Date.from(Objects.requireNonNull(first.get(revision.id())))),
                            inc(CaseFields.WRITES, 1L)),
                    new UpdateOptions().upsert(true)));
        }
        Set<Integer> alreadyNewer = write(writes);
        write(alreadyNewer.stream()
                .map(place -> newest.get(place).id())
                .map(id -> publishedEarlier(id, Objects.requireNonNull(first.get(id))))
                .toList());
        noteChanges(newest.size());
        return newest.size() - alreadyNewer.size();
    }

    private Set<Integer> write(List<WriteModel<Document>> writes) {
        return GuardedWrites.needless(mongo, COLLECTION, writes);
    }

    // a first revision that comes late, after the second, still tells when the case was first published
    private static WriteModel<Document> publishedEarlier(String id, Instant time) {
        return new UpdateOneModel<>(
                and(eq(CaseFields.ID, id), gt(CaseFields.FIRST, Date.from(time))),
                combine(set(CaseFields.FIRST, Date.from(time)), inc(CaseFields.WRITES, 1L)));
    }

    // counts what may have changed: a write that was repeated looks like none, though its first attempt may have worked
    private void noteChanges(int changes) {
        mongo.execute(
                STATE_COLLECTION,
                (MongoCollection<Document> states) -> states.updateOne(eq(STATE), inc(CHANGES, (long) changes)));
        ownChanges.addAndGet(changes);
    }

    private static List<CaseRevision> newestOfEach(List<CaseRevision> revisions) {
        Map<String, CaseRevision> newest = new HashMap<>();
        for (CaseRevision revision : revisions) {
            newest.merge(revision.id(), revision, (one, other) -> other.number() > one.number() ? other : one);
        }
        return List.copyOf(newest.values());
    }

    private static Map<String, Instant> firstTimes(List<CaseRevision> revisions) {
        Map<String, Instant> first = new HashMap<>();
        for (CaseRevision revision : revisions) {
            first.merge(revision.id(), revision.time(), (one, other) -> other.isBefore(one) ? other : one);
        }
        return first;
    }
}
