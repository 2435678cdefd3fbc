package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.Judged.Pair;
import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.catalog.lineage.likeness.Confidence;
import io.casewire.catalog.lineage.likeness.IndexKeys;
import io.casewire.catalog.lineage.likeness.Likeness;
import io.casewire.catalog.lineage.likeness.Telling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links tellings as the service does, in memory: candidates by keys, then likeness and confidence. */
final class Rehearsal {
    private final Map<String, Telling> tellings = new LinkedHashMap<>();
    private final Map<String, List<String>> postings = new HashMap<>();
    private int comparisons;

    /** Compares it with those before it; gives the confidence of each pair that was looked at. */
    Map<Pair, Double> hear(Telling telling) {
        tellings.put(telling.id(), telling);
        Map<Pair, Double> found = new LinkedHashMap<>();
        for (String key : IndexKeys.of(telling)) {
            postings.computeIfAbsent(key, _ -> new ArrayList<>()).add(telling.id());
        }
        for (String other : Candidates.of(telling.id(), IndexKeys.of(telling), postings)) {
            Telling near = java.util.Objects.requireNonNull(tellings.get(other));
            comparisons++;
            if (!Likeness.stayApart(telling, near)) {
                found.put(Pair.of(telling.id(), other), Confidence.of(Likeness.of(telling, near)));
            }
        }
        return found;
    }

    int comparisons() {
        return comparisons;
    }

    Telling telling(String id) {
        return java.util.Objects.requireNonNull(tellings.get(id), id);
    }
}
