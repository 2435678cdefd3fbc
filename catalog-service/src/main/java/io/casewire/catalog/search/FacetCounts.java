package io.casewire.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Counts how many cases a query finds for each value of a facet. */
final class FacetCounts {
    private static final Comparator<Count> MOST_FREQUENT_FIRST =
            Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

    private FacetCounts() {}

    /**
     * A value and how many cases have it.
     *
     * @param value as filters take it
     */
    record Count(String value, int count) {}

    /** The counts, the highest first; values nobody has are left out. */
    static List<Count> of(IndexSearcher searcher, Query query, Facet facet) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Map<String, Integer> counts = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer found = weight.scorer(leaf);
            if (found != null) {
                SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
                int[] ofSegment = count(found.iterator(), leaf.reader().getLiveDocs(), values);
                for (int i = 0; i < ofSegment.length; i++) {
                    if (ofSegment[i] > 0) {
                        counts.merge(values.lookupOrd(i).utf8ToString(), ofSegment[i], Integer::sum);
                    }
                }
            }
        }
        return spelledAlike(counts, facet).stream().sorted(MOST_FREQUENT_FIRST).toList();
    }

    /** One count for all spellings of a value, under the commonest of them. */
    private static Collection<Count> spelledAlike(Map<String, Integer> counts, Facet facet) {
        Map<String, Count> byTerm = new HashMap<>();
        counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(MOST_FREQUENT_FIRST)
                .forEach(count -> byTerm.merge(
                        facet.term(count.value()),
                        count,
                        (common, other) -> new Count(common.value(), common.count() + other.count())));
        return byTerm.values();
    }

    private static int[] count(DocIdSetIterator found, @Nullable Bits live, SortedSetDocValues values)
            throws IOException {
        int[] counts = new int[Math.toIntExact(values.getValueCount())];
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
        return counts;
    }
}
