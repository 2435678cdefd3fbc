package io.casewire.replication.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The product-limit estimate of how long something takes that has not yet happened to all: those to whom it has not count as long as they
 * were watched (E. L. Kaplan and P. Meier, 1958).
 *
 * @param steps one for each time at which it happened, the earliest first
 * @param n observations
 * @param events those to which it happened
 */
record KaplanMeier(List<Step> steps, int n, int events) {
    /** A product of fractions that is 0.5 may come out a little above it. */
    private static final double ROUNDING = 1e-9;

    KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * One of those watched.
     *
     * @param days until it happened, or until the watching ended
     * @param happened false where it had not happened by then
     */
    record Observation(long days, boolean happened) {}

    /**
     * A step of the curve.
     *
     * @param atRisk to whom it had not happened before, and who were still watched
     * @param left share to which it has not happened after that day
     */
    record Step(long days, int atRisk, int events, double left) {}

    static KaplanMeier of(Collection<Observation> observations) {
        // happened and ended, by time; what ends on the day of an event was still watched on it
        Map<Long, int[]> byTime = new TreeMap<>();
        for (Observation one : observations) {
            byTime.computeIfAbsent(one.days(), any -> new int[2])[one.happened() ? 0 : 1]++;
        }
        List<Step> steps = new ArrayList<>();
        int atRisk = observations.size();
        int events = 0;
        double left = 1;
        for (Map.Entry<Long, int[]> time : byTime.entrySet()) {
            int happened = time.getValue()[0];
            if (happened > 0) {
                left *= (double) (atRisk - happened) / atRisk;
                steps.add(new Step(time.getKey(), atRisk, happened, left));
                events += happened;
            }
            atRisk -= happened + time.getValue()[1];
        }
        return new KaplanMeier(steps, observations.size(), events);
    }

    /** The first time at which it has happened to half; empty where the curve stays above it. */
    OptionalLong median() {
        return steps.stream()
                .filter(step -> step.left() <= 0.5 + ROUNDING)
                .mapToLong(Step::days)
                .findFirst();
    }
}
