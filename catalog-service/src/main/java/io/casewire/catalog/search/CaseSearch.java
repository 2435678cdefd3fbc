package io.casewire.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
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
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks the index: one page of ids, the total, the counts. Withdrawn cases are not found. */
final class CaseSearch {
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, byId());
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField(IndexedCase.FIRST_PUBLISHED, SortField.Type.LONG, true), byId());

    private final Supplier<CaseIndex> index;
    private final TextQueries texts;

    /** @param index throws {@link IndexNotReady} while there is none */
    CaseSearch(Supplier<CaseIndex> index, TextQueries texts) {
        this.index = index;
        this.texts = texts;
    }

    /**
     * A page.
     *
     * @param ids in order
     * @param total how many cases the search finds on all pages
     * @param next the cursor of the next page; null on the last
     */
    record Page(
            List<String> ids,
            long total,
            Map<String, List<FacetCounts.Count>> facets,
            @Nullable String next) {}

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
        Query text = query.text() == null ? MatchAllDocsQuery.INSTANCE : texts.of(query.text());
        boolean byScore = query.text() != null;
        TopFieldCollectorManager collector = new TopFieldCollectorManager(
                byScore ? BEST_FIRST : NEWEST_FIRST,
                query.size() + 1,
                after == null ? null : position(after, byScore),
                Integer.MAX_VALUE);
        TopFieldDocs found = searcher.search(filtered(text, query, null), collector);
        List<String> ids = new ArrayList<>();
        @Nullable FieldDoc last = null;
        for (ScoreDoc hit : found.scoreDocs) {
            if (ids.size() < query.size()) {
                last = (FieldDoc) hit;
                ids.add(((BytesRef) last.fields[1]).utf8ToString());
            }
        }
        boolean more = found.scoreDocs.length > query.size();
        String next = more && last != null ? place(last, lease.version()).cursor(query) : null;
        return new Page(List.copyOf(ids), found.totalHits.value(), facets(searcher, text, query), next);
    }

    private static Map<String, List<FacetCounts.Count>> facets(IndexSearcher searcher, Query text, CaseQuery query)
            throws IOException {
        Map<String, List<FacetCounts.Count>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (facet.counted()) {
                facets.put(facet.parameter(), FacetCounts.of(searcher, filtered(text, query, facet), facet));
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
        return builder.build();
    }

    private static Query anyOf(Facet facet, List<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(facet.field(), facet.term(values.getFirst())))
                : new TermInSetQuery(
                        facet.field(),
                        values.stream().map(facet::term).map(BytesRef::new).toList());
    }

    private static FieldDoc position(SearchPlace after, boolean byScore) {
        Object key = byScore ? (Object) Float.intBitsToFloat((int) after.sortKey()) : (Object) after.sortKey();
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(after.id())});
    }

    private static SearchPlace place(FieldDoc last, long version) {
        long key = last.fields[0] instanceof Float score ? Float.floatToIntBits(score) : (Long) last.fields[0];
        return new SearchPlace(version, key, ((BytesRef) last.fields[1]).utf8ToString());
    }

    private static SortField byId() {
        return new SortField(IndexedCase.ID, SortField.Type.STRING);
    }
}
