@NullMarked
package io.casewire.benchmarks.report;

import org.jspecify.annotations.NullMarked;
