package io.casewire.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * What a figure should reach.
 *
 * @param atLeast whether more is better
 * @param floor what a build must not fall behind on a shared machine; null where none is set
 */
record Limit(boolean atLeast, double goal, @Nullable Double floor) {
    static Limit atLeast(double goal, double floor) {
        return new Limit(true, goal, floor);
    }

    static Limit atMost(double goal, double floor) {
        return new Limit(false, goal, floor);
    }

    static Limit atMost(double goal) {
        return new Limit(false, goal, null);
    }

    Goal reached(double value) {
        return new Goal(value, goal, atLeast, floor);
    }
}
