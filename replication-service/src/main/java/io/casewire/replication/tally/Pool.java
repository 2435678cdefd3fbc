package io.casewire.replication.tally;

import java.util.HashMap;
import java.util.Map;

/** One object for all that are equal. What is kept here are cases, regions, days and instruments, which are few beside obligations. */
final class Pool {
    private final Map<Object, Object> objects = new HashMap<>();

    @SuppressWarnings("unchecked") // an object is its own key
    <T> T one(T value) {
        return (T) objects.computeIfAbsent(value, any -> value);
    }
}
