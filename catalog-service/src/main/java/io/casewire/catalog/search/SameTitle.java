package io.casewire.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Cases of one title tell the same where their zones do not contradict: one is not told of, or both share one. */
final class SameTitle implements Retellings {
    /** More cases of one title than that are not told apart by their title. */
    private static final int MAX_TELLINGS = 50;

    @Override
    public Map<String, Set<String>> othersOf(Collection<String> ids, IndexSearcher searcher) throws IOException {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String id : ids) {
            Set<String> others = othersOf(id, searcher);
            if (!others.isEmpty()) {
                all.put(id, others);
            }
        }
        return all;
    }

    private static Set<String> othersOf(String id, IndexSearcher searcher) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(IndexedCase.idTerm(id)), 1).scoreDocs;
        if (found.length == 0) {
            return Set.of();
        }
        String title = text(searcher, found[0].doc, IndexedCase.TITLE_KEY);
        Term sameTitle = new Term(IndexedCase.TITLE_KEY, title);
        if (title.isEmpty() || searcher.getIndexReader().docFreq(sameTitle) < 2) {
            return Set.of();
        }
        Set<String> zones = zones(searcher, found[0].doc);
        Set<String> others = new LinkedHashSet<>();
        for (ScoreDoc other : searcher.search(new TermQuery(sameTitle), MAX_TELLINGS).scoreDocs) {
            if (other.doc != found[0].doc && isCompatible(zones, zones(searcher, other.doc))) {
                others.add(text(searcher, other.doc, IndexedCase.ID));
            }
        }
        return others;
    }

    private static boolean isCompatible(Set<String> zones, Set<String> others) {
        return zones.isEmpty() || others.isEmpty() || others.stream().anyMatch(zones::contains);
    }

    private static String text(IndexSearcher searcher, int doc, String field) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(doc - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }

    private static Set<String> zones(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Facet.ZONE.field());
        Set<String> zones = new HashSet<>();
        if (values.advanceExact(doc - leaf.docBase)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                zones.add(Facet.ZONE.term(values.lookupOrd(values.nextOrd()).utf8ToString()));
            }
        }
        return zones;
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        return searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
    }
}
