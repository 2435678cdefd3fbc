package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.query.Content;
import java.util.Collection;
import java.util.List;

/** What of a query a case has not, so that nobody takes most of it for all of it. */
final class LeftOut {
    private LeftOut() {}

    /**
     * The stretches of its words, the places and figures that are not in the case, as typed. A case without any is what a subscription to
     * the same query is told of.
     */
    static List<String> of(AnalysedQuery query, StoredCase stored) {
        return query.asked().leftOut(Content.of(stored.content(), stored.document()));
    }

    /** The same of any texts. */
    static List<String> of(AnalysedQuery query, Collection<String> texts) {
        return query.asked().leftOut(Content.of(texts));
    }
}
