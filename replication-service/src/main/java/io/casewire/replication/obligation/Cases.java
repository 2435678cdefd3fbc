package io.casewire.replication.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Promotion;
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
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The case files in the store. */
public final class Cases {
    private static final String COLLECTION = "promotions";
    private static final String TITLE_KEY = "titleKey";
    private static final String PROMOTED = "promoted";
    private static final String INSTRUMENTS = "instruments";
    private static final String FILE = "file";
    private static final String TITLE = "file.title";
    private static final String DOMAINS = "file.domains";

    private final MongoTemplate store;

    Cases(MongoTemplate store) {
        this.store = store;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(TITLE_KEY, Sort.Direction.ASC).named("by_title"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(PROMOTED, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_promotion"));
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(INSTRUMENTS, Sort.Direction.ASC).named("by_instrument"));
    }

    public Optional<CaseFile> find(CaseId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** Those of these that exist. */
    Map<CaseId, CaseFile> findAll(Collection<CaseId> ids) {
        Map<CaseId, CaseFile> found = new LinkedHashMap<>();
        read(Filters.in("_id", ids.stream().map(CaseId::value).toList()), 0)
                .forEach(kept -> found.put(kept.id(), kept));
        return found;
    }

    /** Those that stand, are promoted and whose titles have these keys. */
    public List<CaseFile> promotedTitled(Collection<String> titleKeys) {
        return titleKeys.isEmpty()
                ? List.of()
                : read(Filters.and(Filters.in(TITLE_KEY, titleKeys), Filters.eq(PROMOTED, true)), 0);
    }

    /** What the titles of these are compared by, promoted or not. */
    public Set<String> titleKeys(Collection<CaseId> ids) {
        Set<String> keys = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            findAll(ids).values().forEach(file -> keys.add(file.titleKey()));
        }
        return keys;
    }

    /** Those that rest on one of these instruments. */
    List<CaseFile> restingOn(Collection<String> instrumentKeys) {
        return read(Filters.in(INSTRUMENTS, instrumentKeys), 0);
    }

    /** Writes whom a case obliges, if it is still at that revision. */
    void rescope(CaseFile file) {
        store.execute(
                COLLECTION,
                collection -> collection.updateOne(
                        Filters.and(
                                Filters.eq("_id", file.id().value()),
                                Filters.eq(GuardedWrites.REVISION, file.revision())),
                        update(file)));
    }

    /** Those that stand and are promoted, in the order of their ids, beginning after that id. */
    public List<CaseFile> promoted(@Nullable Domain domain, @Nullable CaseId after, int limit) {
        List<Bson> conditions = new ArrayList<>(List.of(Filters.eq(PROMOTED, true)));
        if (domain != null) {
            conditions.add(Filters.eq(DOMAINS, domain.slug()));
        }
        if (after != null) {
            conditions.add(Filters.gt("_id", after.value()));
        }
        return read(Filters.and(conditions), limit);
    }

    /** Gives every file there is, some at once, as they come from the store. */
    void forEach(int atOnce, Consumer<List<CaseFile>> taker) {
        List<CaseFile> some = new ArrayList<>(atOnce);
        store.execute(COLLECTION, collection -> {
            collection
                    .find()
                    .batchSize(atOnce)
                    .map(document -> StoredJson.value(document.get(FILE, Document.class), CaseFile.class))
                    .forEach(file -> {
                        some.add(file);
                        if (some.size() == atOnce) {
                            taker.accept(List.copyOf(some));
                            some.clear();
                        }
                    });
            return null;
        });
        if (!some.isEmpty()) {
            taker.accept(some);
        }
    }

    /** How many stand and are promoted. */
    public long countPromoted() {
        Long count = store.execute(COLLECTION, collection -> collection.countDocuments(Filters.eq(PROMOTED, true)));
        return count == null ? 0 : count;
    }

    /** Keeps those that are newer than what is kept; the others are left as they are. */
    void keepNewer(Collection<CaseFile> files) {
        GuardedWrites.all(
                store,
                COLLECTION,
                files.stream()
                        .map(file -> GuardedWrites.ifNewer(file.id().value(), file.revision(), update(file)))
                        .toList());
    }

    /**
     * Stores the key of every title that is stored with another one.
     *
     * @return the keys those titles have now
     */
    public Set<String> makeKeysAnew() {
        Set<String> changed = new LinkedHashSet<>();
        store.execute(COLLECTION, collection -> {
            List<Document> all = collection
                    .find()
                    .projection(Projections.include(TITLE_KEY, TITLE))
                    .into(new ArrayList<>());
            for (Document document : all) {
                String key = ComparableKey.of(document.get(FILE, Document.class).getString("title"));
                if (!key.equals(document.getString(TITLE_KEY))) {
                    changed.add(key);
                    collection.updateOne(Filters.eq("_id", document.getString("_id")), Updates.set(TITLE_KEY, key));
                }
            }
            return changed;
        });
        return changed;
    }

    private static Bson update(CaseFile file) {
        return Updates.combine(
                Updates.set(GuardedWrites.REVISION, file.revision()),
                Updates.set(TITLE_KEY, file.titleKey()),
                Updates.set(
                        PROMOTED, file.withdrawn() == null && !file.regions().isEmpty()),
                Updates.set(INSTRUMENTS, instruments(file)),
                Updates.set(FILE, StoredJson.document(file)));
    }

    private static List<String> instruments(CaseFile file) {
        Promotion promotion = file.promotion();
        return promotion == null ? List.of() : List.copyOf(Announcement.keys(promotion.instrument()));
    }

    private List<CaseFile> read(Bson filter, int limit) {
        List<CaseFile> kept = store.execute(COLLECTION, collection -> collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(document -> StoredJson.value(document.get(FILE, Document.class), CaseFile.class))
                .into(new ArrayList<>()));
        return kept == null ? List.of() : kept;
    }
}
