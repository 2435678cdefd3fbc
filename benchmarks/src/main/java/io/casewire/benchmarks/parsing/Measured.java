package io.casewire.benchmarks.parsing;

/**
 * One run.
 *
 * @param seconds of processor time
 * @param found fields or records
 */
record Measured(double seconds, long found) {}
