package io.casewire.benchmarks.report;

import java.util.List;

/** The middle one; of an even number, halfway between the two. */
public final class Median {
    private Median() {}

    public static double of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
