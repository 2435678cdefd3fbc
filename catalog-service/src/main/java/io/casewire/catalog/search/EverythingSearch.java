package io.casewire.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks the indexes of cases and of everything else as if they were one; ranked as cases are. Pages show both as they are now. */
final class EverythingSearch {
    private static final int ENOUGH = 10;
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(IndexedCase.ID, SortField.Type.STRING));

    private final Supplier<CaseIndex> cases;
    private final Supplier<CaseIndex> records;
    private final Ranking ranking;

    /** The suppliers throw {@link IndexNotReady} while there is no index. */
    EverythingSearch(Supplier<CaseIndex> cases, Supplier<CaseIndex> records, Ranking ranking) {
        this.cases = cases;
        this.records = records;
        this.ranking = ranking;
    }

    /**
     * A page.
     *
     * @param total items on all pages
     * @param kinds how many of each kind, were all kinds asked for
     * @param next cursor of the next page; null on the last
     */
    record Page(
            List<String> ids,
            long total,
            List<FacetCounts.Count> kinds,
            @Nullable String next,
            AnalysedQuery asked) {}

    Page page(EverythingQuery query) {
        try (CaseIndex.Lease ofCases = cases.get().latest();
                CaseIndex.Lease ofRecords = records.get().latest()) {
            IndexReader both = new MultiReader(
                    new IndexReader[] {
                        ofCases.searcher().getIndexReader(),
                        ofRecords.searcher().getIndexReader()
                    },
                    false);
            IndexSearcher searcher = new IndexSearcher(both);
            searcher.setSimilarity(CaseIndex.SIMILARITY);
            return page(query, searcher);
        } catch (AlreadyClosedException e) {
            throw new IndexNotReady();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private Page page(EverythingQuery query, IndexSearcher searcher) throws IOException {
        AnalysedQuery asked = QueryAnalyser.analysed(query.text(), searcher);
        Query text = enough(asked, query, searcher);
        EverythingQuery.Place after = query.after();
        TopFieldDocs found = searcher.search(
                ofKinds(text, query),
                new TopFieldCollectorManager(
                        BEST_FIRST,
                        query.size() + 1,
                        after == null
                                ? null
                                : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {
                                    after.score(), new BytesRef(after.id())
                                }),
                        Integer.MAX_VALUE));
        List<String> ids = new ArrayList<>();
        EverythingQuery.@Nullable Place last = null;
        for (ScoreDoc hit : found.scoreDocs) {
            if (ids.size() < query.size()) {
                FieldDoc shown = (FieldDoc) hit;
                last = new EverythingQuery.Place((Float) shown.fields[0], ((BytesRef) shown.fields[1]).utf8ToString());
                ids.add(last.id());
            }
        }
        boolean more = found.scoreDocs.length > query.size();
        return new Page(
                ids,
                found.totalHits.value(),
                kinds(text, searcher),
                more && last != null ? query.cursor(last) : null,
                asked);
    }

    private Query enough(AnalysedQuery asked, EverythingQuery query, IndexSearcher searcher) throws IOException {
        int enough = asked.isOneTerm() ? 1 : ENOUGH;
        Query text = ranking.of(asked, searcher.getIndexReader(), Ranking.LEVELS.getFirst());
        for (double most : Ranking.LEVELS.subList(1, Ranking.LEVELS.size())) {
            Query found = new ConstantScoreQuery(ofKinds(text, query));
            if (searcher.search(found, new TopScoreDocCollectorManager(enough, null, enough)).scoreDocs.length
                    == enough) {
                break;
            }
            text = ranking.of(asked, searcher.getIndexReader(), most);
        }
        return text;
    }

    private static Query ofKinds(Query text, EverythingQuery query) {
        return current(text)
                .add(
                        new TermInSetQuery(
                                IndexedCase.KIND,
                                query.kinds().stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .build();
    }

    private static List<FacetCounts.Count> kinds(Query text, IndexSearcher searcher) throws IOException {
        List<FacetCounts.Count> kinds = new ArrayList<>();
        for (String kind : EverythingQuery.allKinds()) {
            Query ofKind = current(text)
                    .add(new TermQuery(IndexedRecord.kind(kind)), Occur.FILTER)
                    .build();
            kinds.add(new FacetCounts.Count(kind, searcher.count(ofKind)));
        }
        return kinds;
    }

    private static BooleanQuery.Builder current(Query text) {
        return new BooleanQuery.Builder().add(text, Occur.MUST).add(new TermQuery(IndexedCase.CURRENT), Occur.FILTER);
    }
}
