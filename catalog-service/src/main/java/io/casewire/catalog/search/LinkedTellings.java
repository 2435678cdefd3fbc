package io.casewire.catalog.search;

import io.casewire.catalog.lineage.Lineages;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;

/** What links confirm, and cases of one title, which need no link that has yet to come. */
final class LinkedTellings implements Retellings {
    private final Lineages lineages;
    private final Retellings byTitle;

    LinkedTellings(Lineages lineages, Retellings byTitle) {
        this.lineages = lineages;
        this.byTitle = byTitle;
    }

    @Override
    public Map<String, Set<String>> othersOf(Collection<String> ids, IndexSearcher searcher) throws IOException {
        Map<String, Set<String>> others = byTitle.othersOf(ids, searcher);
        lineages.others(ids).forEach((id, linked) -> others.computeIfAbsent(id, _ -> new LinkedHashSet<>())
                .addAll(linked));
        return others;
    }
}
