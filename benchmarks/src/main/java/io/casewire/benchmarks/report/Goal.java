package io.casewire.benchmarks.report;

/**
 * A ratio of medians of one run, and what it should be.
 *
 * @param atLeast whether more is better
 */
public record Goal(double value, double limit, boolean atLeast) {
    public static Goal atMost(double value, double limit) {
        return new Goal(value, limit, false);
    }

    public static Goal atLeast(double value, double limit) {
        return new Goal(value, limit, true);
    }

    public boolean isMet() {
        return atLeast ? value >= limit : value <= limit;
    }
}
