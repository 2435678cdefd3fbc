/** What benchmarks have in common: goals, medians, and how results are printed and written. */
@NullMarked
package io.casewire.benchmarks.report;

import org.jspecify.annotations.NullMarked;
