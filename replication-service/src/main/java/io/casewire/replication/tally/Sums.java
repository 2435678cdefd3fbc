package io.casewire.replication.tally;

import io.casewire.contracts.event.ObligationEvent.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of lines by every dimension, kept as lines come and go. */
final class Sums {
    private final Map<Dimension, Map<String, Tally.ByLevel>> groups = new EnumMap<>(Dimension.class);

    Sums() {
        for (Dimension dimension : Dimension.values()) {
            groups.put(dimension, new TreeMap<>());
        }
    }

    /** Counts a line, or no longer with a count of -1. */
    void add(Line line, long count) {
        if (line.counts()) {
            groups.forEach((dimension, sums) -> dimension.keys(line).forEach(key -> add(sums, key, line, count)));
        }
    }

    /** In the order of their keys, of one level only where one is wanted; those without it are absent. */
    Map<String, Tally.ByLevel> by(Dimension dimension, @Nullable Level level) {
        Map<String, Tally.ByLevel> copies = new TreeMap<>();
        groups.getOrDefault(dimension, Map.of()).forEach((key, sum) -> {
            if (level == null || sum.has(level)) {
                copies.put(key, sum.copy(level));
            }
        });
        return copies;
    }

    /** Of one group; nothing where there is none. */
    Tally.ByLevel of(Dimension dimension, String key) {
        Tally.ByLevel sum = groups.getOrDefault(dimension, Map.of()).get(key);
        return sum == null ? new Tally.ByLevel() : sum.copy(null);
    }

    static void add(Map<String, Tally.ByLevel> sums, String key, Line line, long count) {
        Tally.ByLevel sum = sums.computeIfAbsent(key, any -> new Tally.ByLevel());
        sum.add(line, count);
        if (sum.isEmpty()) {
            sums.remove(key);
        }
    }
}
