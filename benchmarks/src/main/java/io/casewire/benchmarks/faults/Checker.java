package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.faults.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a history to what was promised. It knows nothing of how the run was made. */
final class Checker {
    private Checker() {}

    /** All that is wrong with it, each event once a kind; empty when it holds. */
    static List<Violation> check(History history, Set<Promise> promises) {
        List<Violation> found = new ArrayList<>();
        List<String> observed = history.observed();
        Set<String> seen = new HashSet<>(observed);
        Set<String> sent = new HashSet<>(history.sent());
        if (promises.contains(Promise.EVERY)) {
            new LinkedHashSet<>(history.acknowledged())
                    .stream()
                            .filter(id -> !seen.contains(id))
                            .forEach(id -> found.add(
                                    new Violation(Kind.LOST, id, id + " was acknowledged and never observed")));
        }
        if (promises.contains(Promise.HIGHEST)) {
            Map<String, Long> highest = highest(observed);
            highest(history.acknowledged()).forEach((key, revision) -> {
                if (highest.getOrDefault(key, 0L) < revision) {
                    found.add(new Violation(
                            Kind.LOST,
                            key + '@' + revision,
                            key + " was acknowledged up to revision " + revision + ", observed up to "
                                    + highest.getOrDefault(key, 0L)));
                }
            });
        }
        new LinkedHashSet<>(observed)
                .stream()
                        .filter(id -> !sent.contains(id))
                        .forEach(id ->
                                found.add(new Violation(Kind.NEVER_SENT, id, id + " was observed and never sent")));
        if (promises.contains(Promise.ONCE)) {
            twice(observed).forEach(id -> found.add(new Violation(Kind.TWICE, id, id + " was observed twice")));
        }
        if (promises.contains(Promise.FORWARD)) {
            wentBack(observed, found);
        }
        return found;
    }

    /**
     * What was told once more although all of it had been told: keys that were observed before under a lower revision. Keys that were not
     * observed before may be new.
     */
    static List<Violation> toldAgain(History before, History after) {
        Map<String, Long> known = highest(before.observed());
        List<Violation> found = new ArrayList<>();
        highest(after.observed()).forEach((key, revision) -> {
            long told = known.getOrDefault(key, revision);
            if (revision > told) {
                found.add(new Violation(
                        Kind.TOLD_AGAIN,
                        key + '@' + revision,
                        key + " was told as revision " + told + " and again as revision " + revision));
            }
        });
        return found;
    }

    private static Set<String> twice(List<String> observed) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        observed.stream().filter(id -> !once.add(id)).forEach(twice::add);
        return twice;
    }

    private static void wentBack(List<String> observed, List<Violation> found) {
        Map<String, Long> highest = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (String id : observed) {
            long before = highest.getOrDefault(key(id), 0L);
            if (revision(id) < before && told.add(id)) {
                found.add(new Violation(Kind.WENT_BACK, id, id + " was observed after revision " + before));
            }
            highest.merge(key(id), revision(id), Math::max);
        }
    }

    private static Map<String, Long> highest(List<String> ids) {
        Map<String, Long> highest = new HashMap<>();
        ids.forEach(id -> highest.merge(key(id), revision(id), Math::max));
        return highest;
    }

    private static String key(String id) {
        return id.substring(0, id.lastIndexOf('@'));
    }

    private static long revision(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('@') + 1));
    }
}
