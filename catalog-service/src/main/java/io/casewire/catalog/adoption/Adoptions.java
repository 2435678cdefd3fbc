package io.casewire.catalog.adoption;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The states of all obligations of a case in one document, each guarded by the revision it came with, so that events may come twice, late
 * or out of order and the counts follow from what is there.
 */
public final class Adoptions {
    private static final String COLLECTION = "adoptions";
    private static final String STATE_COLLECTION = "state";
    private static final String STATE = "adoptions";
    private static final String CHANGES = "changes";
    private static final String ID = "_id";
    private static final String WRITES = "writes";
    private static final String OBLIGATIONS = "obligations";
    private static final String REVISION = "revision";
    private static final String STANDING = "standing";
    private static final String LEVEL = "level";

    private final MongoTemplate mongo;
    private final AtomicLong ownChanges = new AtomicLong();

    Adoptions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Stores what is newer than what is there. */
    void store(Collection<? extends ObligationEvent> told) {
        Map<String, ObligationEvent> newest = new LinkedHashMap<>();
        told.forEach(event ->
                newest.merge(event.key(), event, (one, other) -> other.revision() > one.revision() ? other : one));
        List<WriteModel<Document>> writes = new ArrayList<>();
        newest.values().forEach(event -> writes.add(write(event)));
        GuardedWrites.needless(mongo, COLLECTION, writes);
        mongo.execute(
                STATE_COLLECTION,
                (MongoCollection<Document> states) -> states.updateOne(
                        eq(STATE), inc(CHANGES, (long) writes.size()), new UpdateOptions().upsert(true)));
        ownChanges.addAndGet(writes.size());
    }

    private static WriteModel<Document> write(ObligationEvent event) {
        String place = OBLIGATIONS + '.' + event.key();
        return new UpdateOneModel<>(
                and(
                        eq(ID, event.obligation().caseId().value()),
                        or(exists(place, false), lt(place + '.' + REVISION, event.revision()))),
                combine(
                        set(
                                place,
                                new Document(REVISION, event.revision())
                                        .append(LEVEL, levelOf(event).name())
                                        .append(STANDING, Standing.of(event).name())),
                        inc(WRITES, 1L)),
                new UpdateOptions().upsert(true));
    }

    /** Grows with every batch another process stores. */
    public long changesByOthers() {
        long own = ownChanges.get();
        Document state =
                mongo.execute(STATE_COLLECTION, states -> states.find(eq(STATE)).first());
        return state == null ? 0 : state.getLong(CHANGES) - own;
    }

    /** How often the adoption of each case was stored, by its id; another number is another state. */
    public Map<String, Long> writes() {
        return Objects.requireNonNull(mongo.execute(COLLECTION, adoptions -> {
            Map<String, Long> writes = new HashMap<>();
            for (Document document : adoptions.find().projection(Projections.include(ID, WRITES))) {
                writes.put(document.getString(ID), document.getLong(WRITES));
            }
            return writes;
        }));
    }

    /** What is known of those cases, by their ids; cases without any obligation are left out. */
    public Map<String, StoredAdoption> of(Collection<String> cases) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, adoptions -> {
            Map<String, StoredAdoption> found = new HashMap<>();
            for (Document document : adoptions.find(in(ID, cases))) {
                found.put(document.getString(ID), read(document));
            }
            return found;
        }));
    }

    /** Older events name provincial-level divisions only, and do not say so. */
    private static Level levelOf(ObligationEvent event) {
        return Objects.requireNonNullElse(event.obligation().level(), Level.PROVINCE);
    }

    /** At the highest level at which regions are to adopt it, as replication counts: no rate mixes levels. */
    private static StoredAdoption read(Document document) {
        TreeMap<Level, Map<Standing, Integer>> levels = new TreeMap<>();
        for (Object value : document.get(OBLIGATIONS, Document.class).values()) {
            Document obligation = (Document) value;
            Standing standing = Standing.valueOf(obligation.getString(STANDING));
            if (standing != Standing.UNCOUNTED) {
                levels.computeIfAbsent(Level.valueOf(obligation.getString(LEVEL)), _ -> new EnumMap<>(Standing.class))
                        .merge(standing, 1, Integer::sum);
            }
        }
        Map.Entry<Level, Map<Standing, Integer>> highest = levels.firstEntry();
        return new StoredAdoption(
                highest == null ? null : adoption(highest.getKey(), highest.getValue()), document.getLong(WRITES));
    }

    private static @Nullable Adoption adoption(Level level, Map<Standing, Integer> counts) {
        long numerator = count(counts, Standing.ADOPTED) + count(counts, Standing.PARTIAL);
        long denominator = numerator + count(counts, Standing.OPEN);
        long inScope = denominator + count(counts, Standing.UNKNOWN) + count(counts, Standing.EXEMPT);
        return denominator == 0 ? null : new Adoption(level, numerator, denominator, inScope);
    }

    private static long count(Map<Standing, Integer> counts, Standing standing) {
        return counts.getOrDefault(standing, 0);
    }
}
