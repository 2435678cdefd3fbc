package io.casewire.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Goes through the hits of one page and leaves out those that stand beneath a better one. */
final class PageWalk {
    private static final int MAX_TELLINGS = 50;

    private final IndexSearcher searcher;
    private final Query found;
    private final CaseQuery query;
    private final Retellings retellings;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final List<CaseSearch.Hit> hits = new ArrayList<>();
    private final List<Facet> facets;
    private long total;
    private Map<Facet, List<FacetCounts.Count>> counts = Map.of();
    private @Nullable FieldDoc last;

    /** @param facets to be counted on the way */
    PageWalk(IndexSearcher searcher, Query found, CaseQuery query, Retellings retellings, List<Facet> facets) {
        this.searcher = searcher;
        this.found = found;
        this.query = query;
        this.retellings = retellings;
        this.facets = List.copyOf(facets);
    }

    List<CaseSearch.Hit> hits() {
        return List.copyOf(hits);
    }

    long total() {
        return total;
    }

    /** How many of all that is found have each value of the facets. */
    Map<Facet, List<FacetCounts.Count>> counts() {
        return counts;
    }

    /** The last hit of a page that others follow; null on the last page. */
    @Nullable
    FieldDoc last() {
        return last;
    }

    static String id(FieldDoc hit) {
        return ((BytesRef) hit.fields[1]).utf8ToString();
    }

    void run(@Nullable FieldDoc from) throws IOException {
        FieldDoc after = from;
        FieldDoc shown = null;
        TopFieldDocs next = first(after);
        while (true) {
            total = next.totalHits.value();
            know(Arrays.stream(next.scoreDocs).map(hit -> id((FieldDoc) hit)).toList());
            for (ScoreDoc hit : next.scoreDocs) {
                after = (FieldDoc) hit;
                List<String> tellings = tellings(id(after));
                if (tellings != null) {
                    if (hits.size() == query.size()) {
                        last = shown;
                        return;
                    }
                    hits.add(new CaseSearch.Hit(id(after), tellings));
                    shown = after;
                }
            }
            if (next.scoreDocs.length <= query.size()) {
                return;
            }
            next = search(found, query.size() + 1, after);
        }
    }

    /** What is scored is counted in the same pass: going through it once more is half of the work again. */
    private TopFieldDocs first(@Nullable FieldDoc after) throws IOException {
        if (facets.isEmpty()) {
            return search(found, query.size() + 1, after);
        }
        Object[] both = searcher.search(
                found, new MultiCollectorManager(top(query.size() + 1, after), new FacetCounts.Counting(facets)));
        counts = cast(both[1]);
        return (TopFieldDocs) both[0];
    }

    @SuppressWarnings("unchecked") // of the second collector above
    private static Map<Facet, List<FacetCounts.Count>> cast(Object counted) {
        return (Map<Facet, List<FacetCounts.Count>>) counted;
    }

    private TopFieldCollectorManager top(int most, @Nullable FieldDoc after) {
        return new TopFieldCollectorManager(query.order().sort(query.effect()), most, after, Integer.MAX_VALUE);
    }

    private TopFieldDocs search(Query what, int most, @Nullable FieldDoc after) throws IOException {
        return searcher.search(what, top(most, after));
    }

    /** The tellings beneath a hit; null where the hit itself stands beneath a better one. */
    private @Nullable List<String> tellings(String id) throws IOException {
        if (!query.folded()) {
            return List.of();
        }
        Map<String, Set<String>> others = new LinkedHashMap<>();
        collect(id, others);
        if (others.size() == 1) {
            return List.of();
        }
        return beneath(ranked(others.keySet()), others).get(id);
    }

    private void collect(String id, Map<String, Set<String>> others) throws IOException {
        if (!others.containsKey(id) && others.size() < MAX_TELLINGS) {
            know(List.of(id));
            others.put(id, known.getOrDefault(id, Set.of()));
            for (String other : known.getOrDefault(id, Set.of())) {
                collect(other, others);
            }
        }
    }

    /** Asks for the other tellings of all of them at once. */
    private void know(Collection<String> ids) throws IOException {
        List<String> unknown = query.folded()
                ? ids.stream().filter(id -> !known.containsKey(id)).toList()
                : List.of();
        if (!unknown.isEmpty()) {
            Map<String, Set<String>> others = retellings.othersOf(unknown, searcher);
            unknown.forEach(id -> known.put(id, others.getOrDefault(id, Set.of())));
        }
    }

    private List<String> ranked(Collection<String> ids) throws IOException {
        Query together = new BooleanQuery.Builder()
                .add(found, Occur.MUST)
                .add(
                        new TermInSetQuery(
                                IndexedCase.ID, ids.stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .build();
        return Arrays.stream(search(together, ids.size(), null).scoreDocs)
                .map(hit -> id((FieldDoc) hit))
                .toList();
    }

    /** By each case that is shown those beneath it: every case stands beneath the best one shown that tells the same. */
    private static Map<String, List<String>> beneath(List<String> ranked, Map<String, Set<String>> others) {
        Map<String, List<String>> beneath = new LinkedHashMap<>();
        for (String id : ranked) {
            Set<String> same = others.getOrDefault(id, Set.of());
            Optional<String> better =
                    beneath.keySet().stream().filter(same::contains).findFirst();
            if (better.isPresent()) {
                Objects.requireNonNull(beneath.get(better.get())).add(id);
            } else {
                beneath.put(id, new ArrayList<>());
            }
        }
        return beneath;
    }
}
