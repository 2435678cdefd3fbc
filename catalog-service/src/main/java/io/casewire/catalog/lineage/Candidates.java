package io.casewire.catalog.lineage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is worth comparing with: who shares the most, and the rarest, keys. At most {@value #MOST}, however many there are. */
final class Candidates {
    static final int MOST = 16;

    private static final double LEAST = 1;

    private Candidates() {}

    /**
     * The nearest by shared keys.
     *
     * @param id of the one that looks, which is left out
     * @param keys of it
     * @param idsByKey who has these keys
     */
    static Set<String> of(String id, Set<String> keys, Map<String, List<String>> idsByKey) {
        Map<String, Double> shared = new HashMap<>();
        for (String key : keys) {
            List<String> ids = idsByKey.getOrDefault(key, List.of());
            double worth = IndexKeys.weight(key) * rarity(ids.size());
            ids.forEach(other -> shared.merge(other, worth, Double::sum));
        }
        shared.remove(id);
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double rarity(int ids) {
        return Math.log(2.0 * Postings.MAX_IDS / Math.max(1, ids));
    }
}
