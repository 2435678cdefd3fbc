package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.CaseRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Cases about the same things: those that share a case's telling words, and before others those that share its units or its
 * domain too. What tells of the same innovation is left out.
 */
final class RelatedCases {
    /** How many pairs of characters, those that tell most of a text. */
    private static final int TELLING = 40;

    /** What one case in ten has tells nothing; in a small catalogue, what so many have. */
    private static final int COMMON = 10;

    private static final int MIN_COMMON = 8;

    /** Of these, one in six has to be found: fewer are chance. */
    private static final int SHARE = 6;

    private static final float UNIT = 4;
    private static final float AREA = 3;
    private static final float DOMAIN = 2;

    private final Supplier<CaseIndex> index;
    private final Analyzer analyzer;
    private final Retellings retellings;

    /** @param index throws {@link IndexNotReady} while there is none */
    RelatedCases(Supplier<CaseIndex> index, Analyzer analyzer, Retellings retellings) {
        this.index = index;
        this.analyzer = analyzer;
        this.retellings = retellings;
    }

    /** Their ids, the nearest first; empty where nothing is near. */
    List<String> of(StoredCase stored, int most) {
        try (CaseIndex.Lease lease = index.get().latest()) {
            IndexSearcher searcher = lease.searcher();
            StoredFields fields = searcher.storedFields();
            return Arrays.stream(searcher.search(query(stored, searcher), most).scoreDocs)
                    .map(hit -> id(fields, hit))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private Query query(StoredCase stored, IndexSearcher searcher) throws IOException {
        String id = stored.content().id().value();
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(text(stored.content(), searcher.getIndexReader()), Occur.MUST)
                .add(new TermQuery(IndexedCase.CURRENT), Occur.FILTER)
                .add(new TermQuery(IndexedCase.idTerm(id)), Occur.MUST_NOT)
                .add(told(retellings.othersOf(List.of(id), searcher).getOrDefault(id, Set.of())), Occur.MUST_NOT);
        shared(Facet.UNIT, UNIT, stored, query);
        shared(Facet.AREA, AREA, stored, query);
        shared(Facet.DOMAIN, DOMAIN, stored, query);
        return query.build();
    }

    private static Query told(Collection<String> ids) {
        return new TermInSetQuery(
                IndexedCase.ID, ids.stream().map(BytesRef::new).toList());
    }

    private static void shared(Facet facet, float weight, StoredCase stored, BooleanQuery.Builder query) {
        for (String value : facet.valuesOf(stored)) {
            Query has = new ConstantScoreQuery(new TermQuery(new Term(facet.field(), facet.term(value))));
            query.add(new BoostQuery(has, weight), Occur.SHOULD);
        }
    }

    private Query text(CaseRecord content, IndexReader reader) throws IOException {
        MoreLikeThis like = new MoreLikeThis(reader);
        like.setAnalyzer(analyzer);
        like.setFieldNames(new String[] {TextQueries.ANYWHERE});
        like.setMinTermFreq(1);
        like.setMinDocFreq(2);
        like.setMaxDocFreq(Math.max(MIN_COMMON, reader.numDocs() / COMMON));
        like.setMaxQueryTerms(TELLING);
        like.setBoost(true);
        String text = Stream.of(
                        content.title(),
                        content.summary(),
                        content.practice() == null ? null : content.practice().text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return enough(like.like(TextQueries.ANYWHERE, new StringReader(text)));
    }

    private static Query enough(Query alike) {
        if (!(alike instanceof BooleanQuery terms)) {
            return alike;
        }
        BooleanQuery.Builder enough = new BooleanQuery.Builder();
        for (BooleanClause clause : terms.clauses()) {
            enough.add(clause);
        }
        return enough.setMinimumNumberShouldMatch(Math.max(1, terms.clauses().size() / SHARE))
                .build();
    }

    private static String id(StoredFields fields, ScoreDoc hit) {
        try {
            return fields.document(hit.doc).get(IndexedCase.ID);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }
}
