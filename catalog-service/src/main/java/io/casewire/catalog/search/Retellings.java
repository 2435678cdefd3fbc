package io.casewire.catalog.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.search.IndexSearcher;

/**
 * Which cases tell the same innovation: a search shows it once, with its other tellings beneath, and none of them is a related case of
 * another.
 */
interface Retellings {
    /** Ids of the other cases that tell the same as this one; empty for most. */
    Collection<String> othersOf(String id, IndexSearcher searcher) throws IOException;
}
