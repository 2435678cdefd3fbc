package io.casewire.extraction.numbering;

import java.util.List;
import java.util.Map;

/**
 * A list as the paragraphs name it.
 *
 * @param sequence what it counts in; lists of the same sequence go on with each other's numbers
 * @param number its own
 * @param levels nine
 * @param restarts by level, the number with which the first paragraph of this list begins, whatever came before in the sequence, and with
 *     which it begins anew
 */
public record ListDefinition(int sequence, int number, List<Level> levels, Map<Integer, Integer> restarts) {
    public ListDefinition {
        levels = List.copyOf(levels);
        restarts = Map.copyOf(restarts);
        if (levels.size() != Level.COUNT) {
            throw new IllegalArgumentException("A list has nine levels: " + levels.size());
        }
    }

    int startOf(int level) {
        return restarts.getOrDefault(level, levels.get(level).start());
    }
}
