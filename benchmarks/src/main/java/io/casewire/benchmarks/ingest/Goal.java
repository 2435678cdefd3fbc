package io.casewire.benchmarks.ingest;

/**
 * A ratio of medians of one run, and what it should be.
 *
 * @param atLeast whether more is better
 */
record Goal(double value, double limit, boolean atLeast) {
    static Goal atMost(double value, double limit) {
        return new Goal(value, limit, false);
    }

    static Goal atLeast(double value, double limit) {
        return new Goal(value, limit, true);
    }

    boolean isMet() {
        return atLeast ? value >= limit : value <= limit;
    }
}
