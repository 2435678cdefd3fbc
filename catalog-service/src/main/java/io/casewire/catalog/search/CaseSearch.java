package io.casewire.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    private static final Sort LAST_CHANGED_FIRST =
            new Sort(new SortField(IndexedCase.UPDATED, SortField.Type.LONG, true), byId());

    /** Ids that a walk holds at a time. */
    private static final int PART = 2_000;

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

    /** Tells all ids of the search in its order, in parts; the index is held as it is now. The query's size and cursor do not count. */
    void walk(CaseQuery query, Consumer<List<String>> told) {
        try (CaseIndex.Lease lease = lease(null)) {
            Query found = filtered(text(query), query, null);
            Sort order = query.text() == null ? NEWEST_FIRST : BEST_FIRST;
            ScoreDoc[] part = lease.searcher().search(found, PART, order).scoreDocs;
            while (part.length > 0) {
                told.accept(Arrays.stream(part).map(CaseSearch::id).toList());
                part = lease.searcher().searchAfter(part[part.length - 1], found, PART, order).scoreDocs;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    /** The cases that match, withdrawn ones too, the last changed first, after that place; as many as the query's size and one. */
    List<String> lastChanged(CaseQuery query, @Nullable ChangePlace after) {
        try (CaseIndex.Lease lease = lease(null)) {
            Query found = matching(text(query), query, null);
            int size = query.size() + 1;
            TopFieldCollectorManager collector = new TopFieldCollectorManager(
                    LAST_CHANGED_FIRST, size, after == null ? null : after.position(), size);
            return Arrays.stream(lease.searcher().search(found, collector).scoreDocs)
                    .map(CaseSearch::id)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private static String id(ScoreDoc hit) {
        return ((BytesRef) ((FieldDoc) hit).fields[1]).utf8ToString();
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
        Query text = text(query);
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

    private Query text(CaseQuery query) {
        return query.text() == null ? MatchAllDocsQuery.INSTANCE : texts.of(query.text());
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
