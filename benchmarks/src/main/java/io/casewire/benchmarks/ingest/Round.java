package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Median;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one build needed, once.
 *
 * @param startSeconds from the start of the process to ready, of a second start
 * @param firstMillis processor time a document of the first half, in milliseconds, and what followed from it in all services
 * @param secondMillis the same of the second half
 * @param residentMegabytes once it held as many documents as the baseline does at its end
 * @param residentAtEnd in megabytes
 */
record Round(
        double startSeconds, double firstMillis, double secondMillis, double residentMegabytes, double residentAtEnd) {
    double millis() {
        return (firstMillis + secondMillis) / 2;
    }

    double growth() {
        return secondMillis / firstMillis;
    }

    /** The median of each figure by itself. */
    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
