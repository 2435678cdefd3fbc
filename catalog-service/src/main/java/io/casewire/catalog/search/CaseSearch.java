package io.casewire.catalog.search;

import io.casewire.catalog.figure.EffectQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks the index: one page of ids, the total, the counts. Withdrawn cases are not found. */
final class CaseSearch {
    /**
     * With fewer cases than that which have most of the words, those that have some of them are listed behind. Where one word is asked
     * for, no other word is offered while any case has it.
     */
    private static final int ENOUGH = 10;

    private static final Sort LAST_CHANGED_FIRST = new Sort(
            new SortField(IndexedCase.UPDATED, SortField.Type.LONG, true),
            new SortField(IndexedCase.ID, SortField.Type.STRING));

    /** Ids that a walk holds at a time. */
    private static final int PART = 2_000;

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

    /** Tells all ids of the search in its order, in parts; the index is held as it is now. The query's size and cursor do not count. */
    void walk(CaseQuery query, Consumer<List<String>> told) {
        try (CaseIndex.Lease lease = lease(null)) {
            IndexSearcher searcher = lease.searcher();
            Query found = filtered(text(asked(query, searcher), query, searcher), query, null);
            Sort order = query.order().sort(query.effect());
            ScoreDoc[] part = searcher.search(found, PART, order).scoreDocs;
            while (part.length > 0) {
                told.accept(ids(part));
                part = searcher.searchAfter(part[part.length - 1], found, PART, order).scoreDocs;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    /** The cases that match, withdrawn ones too, the last changed first, after that place; as many as the query's size and one. */
    List<String> lastChanged(CaseQuery query, @Nullable ChangePlace after) {
        try (CaseIndex.Lease lease = lease(null)) {
            IndexSearcher searcher = lease.searcher();
            Query found = matching(text(asked(query, searcher), query, searcher), query, null);
            int size = query.size() + 1;
            TopFieldCollectorManager collector = new TopFieldCollectorManager(
                    LAST_CHANGED_FIRST, size, after == null ? null : after.position(), size);
            return ids(searcher.search(found, collector).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private static List<String> ids(ScoreDoc[] hits) {
        return Arrays.stream(hits).map(hit -> PageWalk.id((FieldDoc) hit)).toList();
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
        AnalysedQuery asked = asked(query, searcher);
        Query text = text(asked, query, searcher);
        List<Facet> open = Arrays.stream(Facet.values())
                .filter(facet -> facet.counted() && !query.filters().containsKey(facet))
                .toList();
        PageWalk walk = new PageWalk(searcher, filtered(text, query, null), query, retellings, open);
        walk.run(after == null ? null : query.order().after(after));
        FieldDoc last = walk.last();
        String next = last == null
                ? null
                : new SearchPlace(lease.version(), query.order().key(last), PageWalk.id(last)).cursor(query);
        return new Page(walk.hits(), walk.total(), facets(searcher, text, query, walk.counts()), next, asked);
    }

    /** What has most of the words, or some of them where that is no page of cases. */
    private Query enough(AnalysedQuery asked, CaseQuery query, IndexSearcher searcher) throws IOException {
        int enough = asked.isOneTerm() ? 1 : ENOUGH;
        Query text = ranking.of(asked, searcher.getIndexReader(), Ranking.LEVELS.getFirst());
        for (double most : Ranking.LEVELS.subList(1, Ranking.LEVELS.size())) {
            Query found = new ConstantScoreQuery(filtered(text, query, null));
            // the first that are found are enough, however many there are
            if (searcher.search(found, new TopScoreDocCollectorManager(enough, null, enough)).scoreDocs.length
                    == enough) {
                break;
            }
            text = ranking.of(asked, searcher.getIndexReader(), most);
        }
        return text;
    }

    /** @param counted those of the facets that are not filtered by */
    private static Map<String, List<FacetCounts.Count>> facets(
            IndexSearcher searcher, Query text, CaseQuery query, Map<Facet, List<FacetCounts.Count>> counted)
            throws IOException {
        Map<String, List<FacetCounts.Count>> facets = new LinkedHashMap<>();
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

    private static @Nullable AnalysedQuery asked(CaseQuery query, IndexSearcher searcher) throws IOException {
        return query.text() == null ? null : QueryAnalyser.analysed(query.text(), searcher);
    }

    private Query text(@Nullable AnalysedQuery asked, CaseQuery query, IndexSearcher searcher) throws IOException {
        return asked == null ? MatchAllDocsQuery.INSTANCE : enough(asked, query, searcher);
    }

    /** What a page is asked of the index with, its counts and folding aside. */
    Query query(CaseQuery query, IndexSearcher searcher) throws IOException {
        return filtered(text(asked(query, searcher), query, searcher), query, null);
    }

    /** @param except the facet whose own filter is left out, so that its other values can be chosen from */
    private static Query filtered(Query text, CaseQuery query, @Nullable Facet except) {
        return new BooleanQuery.Builder()
                .add(matching(text, query, except), Occur.MUST)
                .add(new TermQuery(IndexedCase.CURRENT), Occur.FILTER)
                .build();
    }

    private static Query matching(Query text, CaseQuery query, @Nullable Facet except) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder().add(text, Occur.MUST);
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
        List<String> terms =
                values.stream().flatMap(value -> facet.terms(value).stream()).toList();
        return terms.size() == 1
                ? new TermQuery(new Term(facet.field(), terms.getFirst()))
                : new TermInSetQuery(
                        facet.field(), terms.stream().map(BytesRef::new).toList());
    }
}
