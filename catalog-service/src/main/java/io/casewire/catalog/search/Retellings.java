package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.text.ComparableKey;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which cases tell of the same innovation as one: they are no related cases, but that case again. */
@FunctionalInterface
interface Retellings {
    /** Finds them, that case itself among them or not. */
    Query of(StoredCase stored);

    /** Those whose title is the same text. */
    static Retellings byTitle() {
        return stored -> {
            String title = ComparableKey.of(stored.content().title());
            return title.isEmpty()
                    ? new MatchNoDocsQuery("a title of punctuation")
                    : new TermQuery(new Term(IndexedCase.TITLE_KEY, title));
        };
    }
}
