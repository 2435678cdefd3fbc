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
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

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
        return searcher.search(query, new Counting(facets));
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

    /** Counts several facets in one pass over what a query finds, beside whatever else is collected of it. */
    static final class Counting implements CollectorManager<Counting.Pass, Map<Facet, List<Count>>> {
        private final List<Facet> facets;

        Counting(List<Facet> facets) {
            this.facets = List.copyOf(facets);
        }

        @Override
        public Pass newCollector() {
            return new Pass(facets);
        }

        /** The counts of each facet, the highest first. */
        @Override
        public Map<Facet, List<Count>> reduce(Collection<Pass> passes) throws IOException {
            Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
            facets.forEach(facet -> counts.put(facet, new HashMap<>()));
            for (Pass pass : passes) {
                for (OfSegment segment : pass.segments) {
                    segment.addTo(counts);
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

        /** One pass over some segments. */
        static final class Pass extends SimpleCollector {
            private final List<Facet> facets;
            private final List<OfSegment> segments = new ArrayList<>();
            private OfSegment[] current = {};

            private Pass(List<Facet> facets) {
                this.facets = facets;
            }

            @Override
            protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
                current = new OfSegment[facets.size()];
                for (int i = 0; i < current.length; i++) {
                    Facet facet = facets.get(i);
                    current[i] = new OfSegment(facet, DocValues.getSortedSet(leaf.reader(), facet.field()));
                }
                segments.addAll(List.of(current));
            }

            @Override
            public void collect(int doc) throws IOException {
                for (OfSegment segment : current) {
                    segment.count(doc);
                }
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
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
