/** Loads documents into two builds in turn and compares what each document costs. */
@NullMarked
package io.casewire.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
