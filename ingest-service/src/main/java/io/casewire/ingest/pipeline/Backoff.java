package io.casewire.ingest.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pauses that double with every failure of one thing in a row. */
final class Backoff {
    private final Duration initial;
    private final Duration max;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Backoff(Duration initial, Duration max) {
        this.initial = initial;
        this.max = max;
    }

    /** The pause after this failure. */
    Duration failed(String id) {
        int count = failures.merge(id, 1, Integer::sum);
        Duration pause = initial.multipliedBy(1L << Math.min(count - 1, 20));
        return pause.compareTo(max) > 0 ? max : pause;
    }

    /** How often it failed in a row. */
    int failures(String id) {
        return failures.getOrDefault(id, 0);
    }

    void succeeded(String id) {
        failures.remove(id);
    }
}
