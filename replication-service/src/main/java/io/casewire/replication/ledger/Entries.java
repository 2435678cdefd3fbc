package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.Outgoing;
import io.casewire.serving.store.GuardedWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The entries of the ledger in the store. */
public final class Entries {
    static final String COLLECTION = "obligations";

    private static final int NO_LIMIT = 0;
    private static final int HEADS_AT_ONCE = 2000;

    private final MongoTemplate store;
    private final OutboxRelay relay;
    private final ApplicationEventPublisher inside;

    Entries(MongoTemplate store, OutboxRelay relay, ApplicationEventPublisher inside) {
        this.store = store;
        this.relay = relay;
        this.inside = inside;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(StoredEntry.CASE, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_case"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(StoredEntry.REGION, Sort.Direction.ASC)
                        .on(StoredEntry.STATUS, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_region"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(StoredEntry.PROVINCE, Sort.Direction.ASC)
                        .on(StoredEntry.LEVEL, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_province"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(StoredEntry.FILE, Sort.Direction.ASC)
                        .sparse()
                        .named("by_file"));
        // reminders, and lists by deadline
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(SortKeys.DUE, Sort.Direction.ASC)
                        .on(SortKeys.REMINDED, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_due"));
    }

    public Optional<Entry> find(ObligationId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** Those of these that exist. */
    public Map<ObligationId, Entry> findAll(Collection<ObligationId> ids) {
        Map<ObligationId, Entry> found = new LinkedHashMap<>();
        Bson filter = Filters.in("_id", ids.stream().map(ObligationId::value).toList());
        for (Entry entry : read(filter, NO_LIMIT)) {
            found.put(entry.id(), entry);
        }
        return found;
    }

    /** All there ever were about these cases, also those that no longer hold. */
    public List<Entry> ofCases(Collection<CaseId> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(
                        Filters.in(
                                StoredEntry.CASE,
                                ids.stream().map(CaseId::value).toList()),
                        NO_LIMIT);
    }

    /** Those that name a file of that digest, also one that was taken away, in the order of their ids. */
    List<Entry> withFile(String sha256) {
        return read(Filters.eq(StoredEntry.FILE, sha256), NO_LIMIT);
    }

    /**
     * Writes all that are still as they were read, each with its event in one atomic write, and lets the events go out.
     *
     * @return false if somebody else changed one meanwhile; read all again and decide anew, what was written stays
     */
    public boolean write(List<Change> changes) {
        if (changes.isEmpty()) {
            return true;
        }
        Parts.note(store, changes);
        List<WriteModel<Document>> writes = new ArrayList<>(changes.size());
        changes.forEach(change -> writes.add(write(change)));
        boolean all = GuardedWrites.all(store, COLLECTION, writes);
        relay.wakeUp();
        inside.publishEvent(new Written(all ? heads(changes) : presentHeads(changes)));
        return all;
    }

    private static List<LedgerHead> heads(List<Change> changes) {
        return changes.stream().map(change -> change.after().head()).toList();
    }

    /** Which of them were written is not known, so what is there counts. */
    private List<LedgerHead> presentHeads(List<Change> changes) {
        return findAll(changes.stream().map(change -> change.after().id()).toList()).values().stream()
                .map(Entry::head)
                .toList();
    }

    /** Gives every entry there is, also those that no longer hold, one after the other as they come from the store. */
    public void forEachHead(Consumer<LedgerHead> taker) {
        store.execute(COLLECTION, collection -> {
            collection
                    .find()
                    .projection(StoredEntry.HEAD)
                    .batchSize(HEADS_AT_ONCE)
                    .map(StoredEntry::head)
                    .forEach(taker);
            return null;
        });
    }

    /**
     * Gives the entries that fit as they stood at the end of an earlier time, one after the other as they come from the store; those that
     * were derived later are left out. Goes through the histories of all that fit.
     */
    public void forEachBefore(Instant end, EntryFilter filter, Consumer<LedgerHead> taker) {
        forEachBefore(end, all(filter.conditions()), taker);
    }

    /** The same of these cases. */
    public void forEachBefore(Instant end, Collection<CaseId> ids, Consumer<LedgerHead> taker) {
        if (!ids.isEmpty()) {
            List<String> values = ids.stream().map(CaseId::value).toList();
            forEachBefore(end, Filters.in(StoredEntry.CASE, values), taker);
        }
    }

    private void forEachBefore(Instant end, Bson filter, Consumer<LedgerHead> taker) {
        store.execute(COLLECTION, collection -> {
            collection
                    .find(filter)
                    .projection(StoredEntry.PAST)
                    .batchSize(HEADS_AT_ONCE)
                    .map(StoredEntry::past)
                    .forEach(entry -> entry.before(end).map(Entry::head).ifPresent(taker));
            return null;
        });
    }

    /** Entries that fit, in the order of their ids, beginning after that id. */
    public List<Entry> page(EntryFilter filter, @Nullable ObligationId after, int limit) {
        return page(filter, LineOrder.ID, after == null ? null : LineOrder.ID.place(after.value()), limit);
    }

    /** Entries that fit, in that order, beginning after that place. */
    List<Entry> page(EntryFilter filter, LineOrder order, LineOrder.@Nullable Place after, int limit) {
        List<Bson> conditions = filter.conditions();
        Bson rest = order.after(after);
        if (rest != null) {
            conditions.add(rest);
        }
        return read(all(conditions), order.sort(), limit);
    }

    /** How many fit. */
    public long count(EntryFilter filter) {
        Long number = store.execute(COLLECTION, collection -> collection.countDocuments(all(filter.conditions())));
        return number == null ? 0 : number;
    }

    /**
     * Entries whose region still has to act and was not reminded of this deadline at that step or a more urgent one.
     *
     * @param after the deadline is after that day; null for any
     * @param upTo the deadline is that day or before
     */
    public List<Entry> toRemind(int step, @Nullable LocalDate after, LocalDate upTo, int limit) {
        List<Bson> conditions = new ArrayList<>(DueFilter.open());
        if (after != null) {
            conditions.add(Filters.gt(SortKeys.DUE, after.toString()));
        }
        conditions.add(Filters.lte(SortKeys.DUE, upTo.toString()));
        conditions.add(Filters.gt(SortKeys.REMINDED, step));
        return read(all(conditions), LineOrder.DUE.sort(), limit);
    }

    private static Bson all(List<Bson> conditions) {
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }

    private List<Entry> read(Bson filter, int limit) {
        return read(filter, LineOrder.ID.sort(), limit);
    }

    private List<Entry> read(Bson filter, Bson sort, int limit) {
        List<Entry> entries = store.execute(COLLECTION, collection -> collection
                .find(filter)
                .projection(StoredEntry.WITHOUT_OUTBOX)
                .sort(sort)
                .limit(limit)
                .map(StoredEntry::entry)
                .into(new ArrayList<>()));
        return entries == null ? List.of() : entries;
    }

    private static WriteModel<Document> write(Change change) {
        String id = change.after().id().value();
        Document fields = StoredEntry.fields(change.after());
        List<Document> pending = change.event() == null ? List.of() : Outbox.pending(outgoing(change.event()));
        if (change.seen() == 0) {
            return new InsertOneModel<>(fields.append("_id", id).append(Outbox.FIELD, pending));
        }
        List<Bson> updates = new ArrayList<>();
        updates.add(new Document("$set", fields));
        if (!pending.isEmpty()) {
            updates.add(Updates.pushEach(Outbox.FIELD, pending));
        }
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.eq(GuardedWrites.REVISION, change.seen())),
                Updates.combine(updates));
    }

    private static <E extends ObligationEvent> Outgoing<E> outgoing(Envelope<E> envelope) {
        return new Outgoing<>(Topics.OBLIGATION, envelope);
    }
}
