package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is usual among measured lengths. */
final class Numbers {
    private Numbers() {}

    /** The one in the middle, the lower of two; 0 where there is none. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** Lengths that lie no farther apart than the tolerance, as the first of each such run; sorted. */
    static double[] clustered(List<Double> values, double tolerance) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        List<Double> clusters = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double value : sorted) {
            if (value - last > tolerance) {
                clusters.add(value);
                last = value;
            }
        }
        return clusters.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
