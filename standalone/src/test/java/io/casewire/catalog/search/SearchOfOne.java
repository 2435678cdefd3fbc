package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The catalogue's search over one case, without store and broker. */
public final class SearchOfOne {
    private SearchOfOne() {}

    /** The ids that are found for what somebody types. */
    public static List<String> found(Path directory, CaseRecord content, DocumentReference document, String typed)
            throws IOException {
        try (CaseIndex index = CaseIndex.open(directory, "store", new CaseAnalyzer())) {
            index.put(stored(content, document));
            index.refresh(Duration.ofMinutes(1));
            MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
            parameters.add("q", typed);
            return new CaseSearch(() -> index, Ranking.standard(), new SameTitle())
                    .page(CaseQuery.of(parameters))
                    .ids();
        }
    }

    static StoredCase stored(CaseRecord content, DocumentReference document) {
        return new StoredCase(content, document, 1, false, null, Instant.EPOCH, Instant.EPOCH, 1);
    }
}
