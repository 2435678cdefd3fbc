package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The catalogue's search over some cases, without store and broker. */
public final class SearchOfMany implements AutoCloseable {
    private final Map<String, StoredCase> stored = new LinkedHashMap<>();
    private final CaseIndex index;
    private final CaseSearch search;

    /** @param cases at most a hundred, so that one page shows all that is found */
    public SearchOfMany(Path directory, List<CaseRecord> cases, DocumentReference document) throws IOException {
        index = CaseIndex.open(directory, "store", new CaseAnalyzer());
        search = new CaseSearch(() -> index, Ranking.standard(), new SameTitle());
        for (CaseRecord content : cases) {
            StoredCase one = SearchOfOne.stored(content, document);
            stored.put(content.id().value(), one);
            index.put(one);
        }
        index.refresh(Duration.ofMinutes(1));
    }

    /**
     * What somebody who types that is shown.
     *
     * @param full ids of the cases of which nothing is said to be left out
     * @param found how many cases are shown
     * @param corrected whether something else was looked for: did you mean …
     */
    public record Shown(Set<String> full, int found, boolean corrected) {}

    public Shown shown(String typed) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", typed);
        parameters.add("size", "100");
        parameters.add("fold", "false");
        CaseSearch.Page page = search.page(CaseQuery.of(parameters));
        AnalysedQuery asked = Objects.requireNonNull(page.asked());
        TreeSet<String> full = new TreeSet<>();
        for (String id : page.ids()) {
            if (LeftOut.of(asked, Objects.requireNonNull(stored.get(id))).isEmpty()) {
                full.add(id);
            }
        }
        return new Shown(full, page.ids().size(), asked.corrected() != null);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
