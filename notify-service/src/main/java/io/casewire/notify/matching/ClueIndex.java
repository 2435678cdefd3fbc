package io.casewire.notify.matching;

import io.casewire.query.Clue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What clues lead to. Asked for every few characters of every event, nearly always in vain: a set of bits answers those first, and says
 * yes in vain for one in {@link #BITS_PER_CLUE} at most.
 */
final class ClueIndex<V> {
    private static final int BITS_PER_CLUE = 64;
    private static final int FACTOR = 0x9E3779B1;

    private final Map<Integer, List<V>> byCode = new HashMap<>();
    private int shift = Integer.SIZE - 12;
    private BitSet mayLead = new BitSet();

    void add(Clue clue, V value) {
        byCode.merge(clue.code(), List.of(value), ClueIndex::joined);
        if (byCode.size() > (1 << (Integer.SIZE - shift)) / BITS_PER_CLUE) {
            shift--;
            mayLead = new BitSet(1 << (Integer.SIZE - shift));
            byCode.keySet().forEach(code -> mayLead.set(bit(code)));
        } else {
            mayLead.set(bit(clue.code()));
        }
    }

    void remove(Clue clue, V value) {
        byCode.computeIfPresent(clue.code(), (_, values) -> {
            List<V> left = values.stream().filter(other -> other != value).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** Adds what a clue leads to. */
    void find(int code, Collection<? super V> found) {
        if (mayLead.get(bit(code))) {
            List<V> values = byCode.get(code);
            if (values != null) {
                found.addAll(values);
            }
        }
    }

    /** To how many a clue leads. */
    int crowd(Clue clue) {
        return byCode.getOrDefault(clue.code(), List.of()).size();
    }

    boolean isEmpty() {
        return byCode.isEmpty();
    }

    private int bit(int code) {
        return (code * FACTOR) >>> shift;
    }

    private static <V> List<V> joined(List<V> some, List<V> more) {
        List<V> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
