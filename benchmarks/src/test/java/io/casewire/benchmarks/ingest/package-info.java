@NullMarked
package io.casewire.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
