package io.casewire.catalog.lineage.likeness;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is worth comparing with: who shares the most, and the rarest, keys. At most {@value #MOST}, however many there are. */
public final class Candidates {
    /** Whom one telling is compared with at most. */
    public static final int MOST = 16;

    /** A key that more tellings have says nothing. */
    public static final int MAX_IDS = 64;

    private static final double LEAST = 1;

    private Candidates() {}

    /**
     * The nearest by shared keys.
     *
     * @param id of the one that looks, which is left out
     * @param keys of it
     * @param idsByKey who has these keys
     */
    public static Set<String> of(String id, Set<String> keys, Map<String, List<String>> idsByKey) {
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
        return Math.log(2.0 * MAX_IDS / Math.max(1, ids));
    }
}
