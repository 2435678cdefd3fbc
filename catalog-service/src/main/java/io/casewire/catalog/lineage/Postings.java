package io.casewire.catalog.lineage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.catalog.lineage.likeness.IndexKeys;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which tellings have a key: one document a key, with the ids of at most {@link Candidates#MAX_IDS}. A key that more have tells nothing and
 * takes no more, so that looking one up costs the same however many cases there are.
 */
final class Postings {
    static final String COLLECTION = "lineageKeys";

    private static final String IDS = "ids";
    private static final String FULL = "full";
    private static final int KEYS_AT_ONCE = 2_000;

    /** Keys known to be full are asked for no more; a key that is full stays so. In bytes that is some megabytes. */
    private static final int MAX_KNOWN_FULL = 50_000;

    private final MongoTemplate mongo;
    private final Set<String> full = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_KNOWN_FULL;
        }
    }));

    Postings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Enters these ids below these keys, and tells who has each of them: what is entered here first, by any instance, is told there. A full key takes
     * none and tells none, unless it is that of a title.
     */
    Map<String, List<String>> enter(Map<String, Set<String>> idsByKey) {
        List<String> open =
                idsByKey.keySet().stream().filter(key -> !full.contains(key)).toList();
        GuardedWrites.Upserts first = write(open, idsByKey, true);
        // full, or made by another instance at the same moment
        write(first.needless().stream().map(open::get).toList(), idsByKey, false);
        Map<String, List<String>> found = new HashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (String key : idsByKey.keySet()) {
            if (IndexKeys.isTitle(key) || !full.contains(key)) {
                others.add(key);
            }
        }
        for (int place : first.made()) {
            String key = open.get(place);
            List<String> ids = List.copyOf(Objects.requireNonNull(idsByKey.get(key)));
            // nobody had it; who enters it from now on finds these
            if (ids.size() < Candidates.MAX_IDS) {
                found.put(key, ids);
                others.remove(key);
            }
        }
        found.putAll(find(others));
        return found;
    }

    /** The store was dropped: no key is full any more. */
    void forget() {
        full.clear();
    }

    private GuardedWrites.Upserts write(List<String> keys, Map<String, Set<String>> idsByKey, boolean upsert) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (String key : keys) {
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq("_id", key), Filters.eq(FULL, false)),
                    Updates.addEachToSet(IDS, List.copyOf(idsByKey.getOrDefault(key, Set.of()))),
                    new UpdateOptions().upsert(upsert)));
        }
        return GuardedWrites.upserts(mongo, COLLECTION, writes);
    }

    /** Takes an id off these keys. */
    void remove(String id, Collection<String> keys) {
        if (!keys.isEmpty()) {
            List<WriteModel<Document>> writes =
                    List.of(new UpdateManyModel<>(Filters.in("_id", keys), Updates.pull(IDS, id)));
            GuardedWrites.needless(mongo, COLLECTION, writes);
        }
    }

    private Map<String, List<String>> find(Collection<String> keys) {
        Map<String, List<String>> found = new HashMap<>();
        List<WriteModel<Document>> filled = new ArrayList<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
            for (Document document : read(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)))) {
                String key = document.getString("_id");
                List<String> ids = document.getList(IDS, String.class, List.of());
                boolean isFull = document.getBoolean(FULL, false) || ids.size() >= Candidates.MAX_IDS;
                if (isFull) {
                    full.add(key);
                }
                if (isFull && !document.getBoolean(FULL, false)) {
                    filled.add(new UpdateOneModel<>(Filters.eq("_id", key), Updates.set(FULL, true)));
                }
                if (!isFull || IndexKeys.isTitle(key)) {
                    found.put(key, ids.subList(0, Math.min(ids.size(), Candidates.MAX_IDS)));
                }
            }
        }
        GuardedWrites.needless(mongo, COLLECTION, filled);
        return found;
    }

    private List<Document> read(List<String> keys) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, postings -> postings.find(Filters.in("_id", keys))
                .projection(Projections.include(IDS, FULL))
                .into(new ArrayList<>())));
    }
}
