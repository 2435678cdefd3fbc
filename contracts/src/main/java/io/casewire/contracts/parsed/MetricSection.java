package io.casewire.contracts.parsed;

/** Which part of a case speaks of the metric. */
public enum MetricSection {
    EFFECT,
    PRACTICE
}
