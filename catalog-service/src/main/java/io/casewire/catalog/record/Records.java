package io.casewire.catalog.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.ChapterEvent.ChapterPublished;
import io.casewire.contracts.event.ChapterEvent.ChapterRevised;
import io.casewire.contracts.event.ChapterEvent.ChapterWithdrawn;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.event.TaskEvent.TaskPublished;
import io.casewire.contracts.event.TaskEvent.TaskRevised;
import io.casewire.contracts.event.TaskEvent.TaskWithdrawn;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored records, one document each at its newest revision; a write is guarded by the revision it brings. */
public final class Records {
    private static final String COLLECTION = "records";
    private static final String STATE_COLLECTION = "state";
    private static final String STATE = "records";
    private static final String STORE = "store";
    private static final String CHANGES = "changes";
    private static final String ID = "_id";
    private static final String KIND = "kind";
    private static final String REVISION = "revision";
    private static final String WRITES = "writes";
    private static final String WITHDRAWN = "withdrawn";
    private static final String RECORD = "record";
    private static final String SOURCE = "source";
    private static final String UPDATED = "updated";
    private static final JsonMapper JSON = WireJson.mapper();

    private final MongoTemplate mongo;
    private final AtomicLong ownChanges = new AtomicLong();

    Records(MongoTemplate mongo) {
        this.mongo = mongo;
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

    /** The id of the store; empty for one that was dropped. */
    public Optional<String> storeId() {
        return state().map(state -> state.getString(STORE));
    }

    /** Grows with every batch another process stores. */
    public long changesByOthers() {
        long own = ownChanges.get();
        return state().map(state -> state.getLong(CHANGES) - own).orElse(0L);
    }

    private Optional<Document> state() {
        return Optional.ofNullable(
                mongo.execute(STATE_COLLECTION, states -> states.find(eq(STATE)).first()));
    }

    /** Stores what is newer than what is there. */
    void store(List<? extends Envelope<? extends Event>> told) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Envelope<? extends Event> envelope : told) {
            writes.add(write(envelope));
        }
        GuardedWrites.needless(mongo, COLLECTION, writes);
        mongo.execute(
                STATE_COLLECTION,
                (MongoCollection<Document> states) -> states.updateOne(eq(STATE), inc(CHANGES, (long) writes.size())));
        ownChanges.addAndGet(writes.size());
    }

    /** Those records, in the order of the ids; ids without one are passed over. */
    public List<StoredRecord> findAll(Collection<String> ids) {
        Map<String, StoredRecord> found = Objects.requireNonNull(mongo.execute(COLLECTION, records -> {
            Map<String, StoredRecord> byId = new HashMap<>();
            for (Document document : records.find(in(ID, ids))) {
                // withdrawn before it was ever told
                if (document.containsKey(RECORD)) {
                    byId.put(document.getString(ID), read(document));
                }
            }
            return byId;
        }));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Tells the id and {@link StoredRecord#writes()} of every record. */
    public void forEachWrites(ObjLongConsumer<String> consumer) {
        mongo.execute(COLLECTION, records -> {
            Bson fields = Projections.include(ID, WRITES);
            for (Document document : records.find().projection(fields).sort(Sorts.ascending(ID))) {
                consumer.accept(document.getString(ID), document.getLong(WRITES));
            }
            return true;
        });
    }

    private static WriteModel<Document> write(Envelope<? extends Event> envelope) {
        Event event = envelope.event();
        return new UpdateOneModel<>(
                and(eq(ID, event.key()), lt(REVISION, event.revision())),
                combine(
                        content(event),
                        set(REVISION, event.revision()),
                        set(UPDATED, Date.from(envelope.time())),
                        inc(WRITES, 1L)),
                new UpdateOptions().upsert(true));
    }

    private static Bson content(Event event) {
        return switch (event) {
            case TaskPublished told -> content(RecordKind.TASK, told.task(), told.document(), false);
            case TaskRevised told -> content(RecordKind.TASK, told.task(), told.document(), false);
            case TaskWithdrawn told -> content(RecordKind.TASK, told.task(), told.document(), true);
            case AdoptionFound told -> content(RecordKind.EVIDENCE, told.adoption(), told.document(), false);
            case MilestoneFound told -> content(RecordKind.MILESTONE, told.milestone(), told.document(), false);
            case IndicatorFound told -> content(RecordKind.INDICATOR, told.indicator(), told.document(), false);
            case ChapterPublished told -> content(RecordKind.CHAPTER, told.chapter(), told.document(), false);
            case ChapterRevised told -> content(RecordKind.CHAPTER, told.chapter(), told.document(), false);
            case ChapterWithdrawn told -> content(RecordKind.CHAPTER, told.chapter(), told.document(), true);
            case EvidenceWithdrawn _ -> set(WITHDRAWN, true);
            default -> throw new IllegalArgumentException("Neither a task nor evidence nor a chapter: " + event.key());
        };
    }

    private static Bson content(RecordKind kind, ParsedRecord content, DocumentReference document, boolean withdrawn) {
        return combine(
                set(KIND, kind.slug()),
                set(RECORD, JSON.writeValueAsString(content)),
                set(SOURCE, JSON.writeValueAsString(document)),
                set(WITHDRAWN, withdrawn));
    }

    private static StoredRecord read(Document document) {
        RecordKind kind = RecordKind.ofSlug(document.getString(KIND)).orElseThrow();
        Instant updated = document.getDate(UPDATED).toInstant();
        return new StoredRecord(
                document.getString(ID),
                kind,
                JSON.readValue(document.getString(RECORD), kind.type()),
                JSON.readValue(document.getString(SOURCE), DocumentReference.class),
                document.getLong(REVISION),
                document.getBoolean(WITHDRAWN, false),
                updated,
                document.getLong(WRITES));
    }

    /** The ids of what was told. */
    static List<String> ids(List<? extends Envelope<? extends Event>> told) {
        return told.stream().map(envelope -> envelope.event().key()).distinct().toList();
    }
}
