package io.casewire.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;

/**
 * Which cases tell the same innovation: a search shows it once, with its other tellings beneath, and none of them is a related case of
 * another.
 */
@FunctionalInterface
interface Retellings {
    /** For each of these cases that is told elsewhere too, the ids of its other tellings. */
    Map<String, Set<String>> othersOf(Collection<String> ids, IndexSearcher searcher) throws IOException;
}
