package io.casewire.notify.subscription;

import io.casewire.text.ComparableKey;
import io.casewire.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The values of a closed set by every name they go by. Case, width, script, blanks and punctuation of a name make no
 * difference; a name that means two values means none.
 */
final class NameTable<T> {
    /** Sets up to this size are told whole where no name is near. */
    private static final int MAX_SHOWN = 12;

    private final Map<String, Set<T>> byKey = new HashMap<>();
    private final Map<T, String> shown = new LinkedHashMap<>();
    private final List<String> suggested = new ArrayList<>();

    /**
     * A table of these values.
     *
     * @param printed names fit to be suggested, that of the value in answers first
     * @param others further names
     */
    NameTable(Collection<T> values, Function<T, List<String>> printed, Function<T, List<String>> others) {
        for (T value : values) {
            List<String> names = printed.apply(value);
            shown.put(value, names.getFirst());
            suggested.addAll(names);
            names.forEach(name -> add(name, value));
            others.apply(value).forEach(name -> add(name, value));
        }
    }

    Lookup<T> find(String name) {
        Set<T> values = byKey.getOrDefault(key(name), Set.of());
        if (values.size() == 1) {
            return new Found<>(values.iterator().next());
        }
        if (values.size() > 1) {
            return new Ambiguous<>(
                    values.stream().map(value -> shown.getOrDefault(value, "")).toList());
        }
        List<String> near = Nearest.of(name, suggested);
        return new Unknown<>(near.isEmpty() && shown.size() <= MAX_SHOWN ? List.copyOf(shown.values()) : near);
    }

    private void add(String name, T value) {
        byKey.computeIfAbsent(key(name), _ -> new LinkedHashSet<>()).add(value);
    }

    private static String key(String name) {
        return ComparableKey.of(name);
    }

    /** What a name means. */
    sealed interface Lookup<T> {}

    record Found<T>(T value) implements Lookup<T> {}

    /** @param names of the values it could mean */
    record Ambiguous<T>(List<String> names) implements Lookup<T> {}

    /** @param nearest valid names; empty where none is near */
    record Unknown<T>(List<String> nearest) implements Lookup<T> {}
}
