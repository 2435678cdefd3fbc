/** Measures what obligations cost: deriving them, taking steps, and counting. */
@NullMarked
package io.casewire.benchmarks.replication;

import org.jspecify.annotations.NullMarked;
