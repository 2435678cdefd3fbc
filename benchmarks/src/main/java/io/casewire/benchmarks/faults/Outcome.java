package io.casewire.benchmarks.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param measured what was measured beside, by name with its unit
 * @param violations empty where it held
 */
record Outcome(
        Fault fault,
        int sent,
        int acknowledged,
        int observed,
        double seconds,
        Instant ended,
        Map<String, Double> measured,
        List<String> violations) {
    private static final int SHOWN = 20;

    static Outcome of(Fault fault, History history, Set<Promise> promises, long begun, List<String> more) {
        return of(fault, history, promises, begun, more, Map.of());
    }

    static Outcome of(
            Fault fault,
            History history,
            Set<Promise> promises,
            long begun,
            List<String> more,
            Map<String, Double> measured) {
        List<String> violations = new ArrayList<>(more);
        Checker.check(history, promises).forEach(violation -> violations.add(violation.sentence()));
        return new Outcome(
                fault,
                history.sent().size(),
                history.acknowledged().size(),
                history.observed().size(),
                (System.nanoTime() - begun) / 1e9,
                Instant.now(),
                new TreeMap<>(measured),
                violations);
    }

    boolean held() {
        return violations.isEmpty();
    }

    /** For the JSON. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fault", fault.shown());
        figures.put("ended", ended);
        figures.put("held", held());
        figures.put("sent", sent);
        figures.put("acknowledged", acknowledged);
        figures.put("observed", observed);
        figures.put("seconds", seconds);
        if (!measured.isEmpty()) {
            figures.put("measured", measured);
        }
        figures.put("violations", violations.size());
        figures.put("first", violations.stream().limit(SHOWN).toList());
        return figures;
    }
}
