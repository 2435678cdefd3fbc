package io.casewire.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * A ratio of medians of one run, and what it should be.
 *
 * @param atLeast whether more is better
 * @param floor what a build must not fall behind on a shared machine; null where none is set
 */
public record Goal(
        double value,
        double limit,
        boolean atLeast,
        @Nullable Double floor) {
    public static Goal atMost(double value, double limit) {
        return new Goal(value, limit, false, null);
    }

    public static Goal atLeast(double value, double limit) {
        return new Goal(value, limit, true, null);
    }

    /** The same, of which a build may stay behind as far as that. */
    public Goal withFloor(double behind) {
        return new Goal(value, limit, atLeast, behind);
    }

    public boolean isMet() {
        return reaches(limit);
    }

    /** Whether a build may pass: it may where no floor is set. */
    public boolean isAboveFloor() {
        return floor == null || reaches(floor);
    }

    private boolean reaches(double wanted) {
        return atLeast ? value >= wanted : value <= wanted;
    }
}
