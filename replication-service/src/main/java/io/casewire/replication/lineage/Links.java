package io.casewire.replication.lineage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.LinkConfirmed;
import io.casewire.contracts.id.CaseId;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Links between tellings of the same innovation, in the store. One that no longer holds leaves its id behind. */
public final class Links {
    private static final String COLLECTION = "links";
    private static final String ENDS = "ends";
    private static final String CONFIRMED = "confirmed";

    /** A lineage has a handful of tellings; a chain that is longer than this is not followed to its end. */
    private static final int MAX_ROUNDS = 8;

    private final MongoTemplate store;

    Links(MongoTemplate store) {
        this.store = store;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(ENDS, Sort.Direction.ASC).named("by_end"));
    }

    /** Keeps those that are newer than what is kept. */
    void keepNewer(Collection<LinkEvent> events) {
        Map<String, LinkEvent> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(
                event.key(), event, (first, second) -> first.revision() > second.revision() ? first : second));
        GuardedWrites.all(
                store,
                COLLECTION,
                newest.values().stream()
                        .map(event -> GuardedWrites.ifNewer(event.key(), event.revision(), update(event)))
                        .toList());
    }

    private static Bson update(LinkEvent event) {
        return Updates.combine(
                Updates.set(GuardedWrites.REVISION, event.revision()),
                Updates.set(ENDS, List.of(event.link().from(), event.link().to())),
                Updates.set(CONFIRMED, event instanceof LinkConfirmed));
    }

    /**
     * The other tellings of what each of these cases tells, by confirmed links over any number of steps; sorted. A case that
     * is linked to none has none.
     */
    public Map<CaseId, Set<CaseId>> lineages(Collection<CaseId> ids) {
        Map<String, Set<String>> neighbours = neighbours(ids);
        Map<CaseId, Set<CaseId>> lineages = new LinkedHashMap<>();
        for (CaseId id : ids) {
            Set<String> reached = new TreeSet<>();
            List<String> left = new ArrayList<>(List.of(id.value()));
            while (!left.isEmpty()) {
                String next = left.removeLast();
                if (reached.add(next)) {
                    left.addAll(neighbours.getOrDefault(next, Set.of()));
                }
            }
            reached.remove(id.value());
            if (!reached.isEmpty()) {
                Set<CaseId> others = new LinkedHashSet<>();
                reached.forEach(other -> others.add(new CaseId(other)));
                lineages.put(id, others);
            }
        }
        return lineages;
    }

    /** Who is linked to whom in the neighbourhood of these. */
    private Map<String, Set<String>> neighbours(Collection<CaseId> ids) {
        Map<String, Set<String>> neighbours = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> frontier = new LinkedHashSet<>();
        ids.forEach(id -> frontier.add(id.value()));
        for (int round = 0; round < MAX_ROUNDS && !frontier.isEmpty(); round++) {
            asked.addAll(frontier);
            Set<String> next = new LinkedHashSet<>();
            for (List<String> ends : ends(Filters.and(Filters.in(ENDS, frontier), Filters.eq(CONFIRMED, true)))) {
                String one = ends.getFirst();
                String other = ends.getLast();
                neighbours.computeIfAbsent(one, any -> new TreeSet<>()).add(other);
                neighbours.computeIfAbsent(other, any -> new TreeSet<>()).add(one);
                next.addAll(ends);
            }
            next.removeAll(asked);
            frontier.clear();
            frontier.addAll(next);
        }
        return neighbours;
    }

    /** Which of these cases have been heard of in links here, in such that no longer hold too. */
    public Set<CaseId> known(Collection<CaseId> ids) {
        Set<CaseId> known = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            Set<String> values = new LinkedHashSet<>();
            ids.forEach(id -> values.add(id.value()));
            ends(Filters.in(ENDS, values)).forEach(ends -> ends.stream()
                    .filter(values::contains)
                    .map(CaseId::new)
                    .forEach(known::add));
        }
        return known;
    }

    private List<List<String>> ends(Bson filter) {
        List<List<String>> found = store.execute(COLLECTION, collection -> collection
                .find(filter)
                .projection(Projections.include(ENDS))
                .map((Document document) -> document.getList(ENDS, String.class))
                .into(new ArrayList<>()));
        return found == null ? List.of() : found;
    }
}
