package io.casewire.catalog.search;

import io.casewire.catalog.figure.EffectQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks the index: one page of ids, the total, the counts. Withdrawn cases are not found. */
final class CaseSearch {
    /** With fewer cases than that which have most of the words, those that have some of them are listed behind. */
    private static final int ENOUGH = 10;

    private static final int MAX_TELLINGS = 50;

    private final Supplier<CaseIndex> index;
    private final Ranking ranking;
    private final Retellings retellings;

    /** @param index throws {@link IndexNotReady} while there is none */
    CaseSearch(Supplier<CaseIndex> index, Ranking ranking, Retellings retellings) {
        this.index = index;
        this.ranking = ranking;
        this.retellings = retellings;
    }

    /**
     * A page.
     *
     * @param total how many cases the search finds on all pages, every telling counted
     * @param next the cursor of the next page; null on the last
     * @param asked how the query was understood; null where everything is asked for
     */
    record Page(
            List<Hit> hits,
            long total,
            Map<String, List<FacetCounts.Count>> facets,
            @Nullable String next,
            @Nullable AnalysedQuery asked) {
        List<String> ids() {
            return hits.stream().map(Hit::id).toList();
        }
    }

    /**
     * A case on a page.
     *
     * @param tellings ids of the other cases found that tell the same innovation, the best first; they have no place of their own
     */
    record Hit(String id, List<String> tellings) {}

    /** One page of the search; pages of one walk show the index as it was at the first. */
    Page page(CaseQuery query) {
        @Nullable SearchPlace after = SearchPlace.of(query.cursor(), query);
        try (CaseIndex.Lease lease = lease(after)) {
            return page(query, after, lease);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    /** How many cases have each value of the facet, the most first. */
    List<FacetCounts.Count> counts(Facet facet) {
        try (CaseIndex.Lease lease = lease(null)) {
            return FacetCounts.of(lease.searcher(), new TermQuery(IndexedCase.CURRENT), facet);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private CaseIndex.Lease lease(@Nullable SearchPlace after) throws IOException {
        try {
            CaseIndex.Lease earlier = after == null ? null : index.get().earlier(after.version());
            // after a restart or a long pause the walk goes on in the index of today
            return earlier == null ? index.get().latest() : earlier;
        } catch (AlreadyClosedException e) {
            throw new IndexNotReady();
        }
    }

    private Page page(CaseQuery query, @Nullable SearchPlace after, CaseIndex.Lease lease) throws IOException {
        IndexSearcher searcher = lease.searcher();
        AnalysedQuery asked = query.text() == null ? null : QueryAnalyser.analysed(query.text(), searcher);
        Query text = asked == null ? MatchAllDocsQuery.INSTANCE : enough(asked, query, searcher);
        Walk walk = new Walk(searcher, filtered(text, query, null), query);
        walk.run(after == null ? null : query.order().after(after));
        String next = walk.last == null
                ? null
                : new SearchPlace(lease.version(), query.order().key(walk.last), id(walk.last)).cursor(query);
        return new Page(List.copyOf(walk.hits), walk.total, facets(searcher, text, query), next, asked);
    }

    /** What has most of the words, or some of them where that is no page of cases. */
    private Query enough(AnalysedQuery asked, CaseQuery query, IndexSearcher searcher) throws IOException {
        Query text = ranking.of(asked, searcher.getIndexReader(), Ranking.LEVELS.getFirst());
        for (double most : Ranking.LEVELS.subList(1, Ranking.LEVELS.size())) {
            Query found = new ConstantScoreQuery(filtered(text, query, null));
            if (searcher.search(found, ENOUGH).scoreDocs.length == ENOUGH) {
                break;
            }
            text = ranking.of(asked, searcher.getIndexReader(), most);
        }
        return text;
    }

    private static Map<String, List<FacetCounts.Count>> facets(IndexSearcher searcher, Query text, CaseQuery query)
            throws IOException {
        Map<String, List<FacetCounts.Count>> facets = new LinkedHashMap<>();
        List<Facet> open = Arrays.stream(Facet.values())
                .filter(facet -> facet.counted() && !query.filters().containsKey(facet))
                .toList();
        Map<Facet, List<FacetCounts.Count>> counted = FacetCounts.of(searcher, filtered(text, query, null), open);
        for (Facet facet : Facet.values()) {
            if (facet.counted()) {
                facets.put(
                        facet.parameter(),
                        counted.containsKey(facet)
                                ? counted.get(facet)
                                : FacetCounts.of(searcher, filtered(text, query, facet), facet));
            }
        }
        return facets;
    }

    /** @param except the facet whose own filter is left out, so that its other values can be chosen from */
    private static Query filtered(Query text, CaseQuery query, @Nullable Facet except) {
        BooleanQuery.Builder builder =
                new BooleanQuery.Builder().add(text, Occur.MUST).add(new TermQuery(IndexedCase.CURRENT), Occur.FILTER);
        query.filters().forEach((facet, values) -> {
            if (facet != except) {
                builder.add(anyOf(facet, values), Occur.FILTER);
            }
        });
        if (!query.effect().isEmpty()) {
            builder.add(new EffectQuery(query.effect()), Occur.FILTER);
        }
        return builder.build();
    }

    private static Query anyOf(Facet facet, List<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(facet.field(), facet.term(values.getFirst())))
                : new TermInSetQuery(
                        facet.field(),
                        values.stream().map(facet::term).map(BytesRef::new).toList());
    }

    private static String id(FieldDoc hit) {
        return ((BytesRef) hit.fields[1]).utf8ToString();
    }

    /** Goes through the hits of one page and leaves out those that stand beneath a better one. */
    private final class Walk {
        private final IndexSearcher searcher;
        private final Query found;
        private final CaseQuery query;
        private final List<Hit> hits = new ArrayList<>();
        private long total;
        /** The last hit of a page that others follow; null on the last page. */
        private @Nullable FieldDoc last;

        Walk(IndexSearcher searcher, Query found, CaseQuery query) {
            this.searcher = searcher;
            this.found = found;
            this.query = query;
        }

        void run(@Nullable FieldDoc from) throws IOException {
            FieldDoc after = from;
            FieldDoc shown = null;
            while (true) {
                TopFieldDocs next = search(found, query.size() + 1, after);
                total = next.totalHits.value();
                for (ScoreDoc hit : next.scoreDocs) {
                    after = (FieldDoc) hit;
                    List<String> tellings = tellings(id(after));
                    if (tellings != null) {
                        if (hits.size() == query.size()) {
                            last = shown;
                            return;
                        }
                        hits.add(new Hit(id(after), tellings));
                        shown = after;
                    }
                }
                if (next.scoreDocs.length <= query.size()) {
                    return;
                }
            }
        }

        private TopFieldDocs search(Query what, int most, @Nullable FieldDoc after) throws IOException {
            return searcher.search(
                    what,
                    new TopFieldCollectorManager(query.order().sort(query.effect()), most, after, Integer.MAX_VALUE));
        }

        /** The tellings beneath a hit; null where the hit itself stands beneath a better one. */
        private @Nullable List<String> tellings(String id) throws IOException {
            if (!query.folded()) {
                return List.of();
            }
            Map<String, Collection<String>> others = new LinkedHashMap<>();
            collect(id, others);
            if (others.size() == 1) {
                return List.of();
            }
            return beneath(ranked(others.keySet()), others).get(id);
        }

        private void collect(String id, Map<String, Collection<String>> others) throws IOException {
            if (!others.containsKey(id) && others.size() < MAX_TELLINGS) {
                others.put(id, retellings.othersOf(id, searcher));
                for (String other : List.copyOf(others.get(id))) {
                    collect(other, others);
                }
            }
        }

        private List<String> ranked(Collection<String> ids) throws IOException {
            Query together = new BooleanQuery.Builder()
                    .add(found, Occur.MUST)
                    .add(
                            new TermInSetQuery(
                                    IndexedCase.ID,
                                    ids.stream().map(BytesRef::new).toList()),
                            Occur.FILTER)
                    .build();
            return Arrays.stream(search(together, ids.size(), null).scoreDocs)
                    .map(hit -> id((FieldDoc) hit))
                    .toList();
        }

        /** By each case that is shown those beneath it: every case stands beneath the best one shown that tells the same. */
        private static Map<String, List<String>> beneath(List<String> ranked, Map<String, Collection<String>> others) {
            Map<String, List<String>> beneath = new LinkedHashMap<>();
            for (String id : ranked) {
                Collection<String> same = others.getOrDefault(id, List.of());
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
}
