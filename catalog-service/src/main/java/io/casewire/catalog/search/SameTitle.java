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
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

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
        int found = place(searcher, IndexedCase.idTerm(id));
        if (found < 0) {
            return Set.of();
        }
        String title = text(searcher, found, IndexedCase.TITLE_KEY);
        Term sameTitle = new Term(IndexedCase.TITLE_KEY, title);
        if (title.isEmpty() || searcher.getIndexReader().docFreq(sameTitle) < 2) {
            return Set.of();
        }
        Set<String> zones = zones(searcher, found);
        Set<String> others = new LinkedHashSet<>();
        for (ScoreDoc other : searcher.search(new TermQuery(sameTitle), MAX_TELLINGS).scoreDocs) {
            if (other.doc != found && isCompatible(zones, zones(searcher, other.doc))) {
                others.add(text(searcher, other.doc, IndexedCase.ID));
            }
        }
        return others;
    }

    /** Where the one document with that term is; -1 where none is. Twenty are looked up for a page: a search for each costs more. */
    private static int place(IndexSearcher searcher, Term term) throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            PostingsEnum places = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(places.docID())) {
                    return leaf.docBase + places.docID();
                }
            }
        }
        return -1;
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
