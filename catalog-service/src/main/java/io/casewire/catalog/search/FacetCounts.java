package io.casewire.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return Objects.requireNonNull(of(searcher, query, List.of(facet)).get(facet));
    }

    /** The counts of several facets in one pass. */
    static Map<Facet, List<Count>> of(IndexSearcher searcher, Query query, List<Facet> facets) throws IOException {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer found = weight.scorer(leaf);
            if (found != null) {
                count(found.iterator(), leaf, counts);
            }
        }
        Map<Facet, List<Count>> sorted = new EnumMap<>(Facet.class);
        counts.forEach((facet, ofFacet) -> sorted.put(
                facet,
                spelledAlike(ofFacet, facet).stream()
                        .sorted(MOST_FREQUENT_FIRST)
                        .limit(facet.shown())
                        .toList()));
        return sorted;
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

    private static void count(DocIdSetIterator found, LeafReaderContext leaf, Map<Facet, Map<String, Integer>> counts)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        List<OfSegment> segments = new ArrayList<>();
        for (Facet facet : counts.keySet()) {
            segments.add(new OfSegment(facet, DocValues.getSortedSet(leaf.reader(), facet.field())));
        }
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live == null || live.get(doc)) {
                for (OfSegment segment : segments) {
                    segment.count(doc);
                }
            }
        }
        for (OfSegment segment : segments) {
            segment.addTo(counts);
        }
    }

    /** Counts by the number of a value in one segment of the index. */
    private static final class OfSegment {
        private final Facet facet;
        private final SortedSetDocValues values;
        private final int[] counts;

        OfSegment(Facet facet, SortedSetDocValues values) {
            this.facet = facet;
            this.values = values;
            this.counts = new int[Math.toIntExact(values.getValueCount())];
        }

        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<Facet, Map<String, Integer>> all) throws IOException {
            Map<String, Integer> ofFacet = Objects.requireNonNull(all.get(facet));
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    ofFacet.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
                }
            }
        }
    }
}
