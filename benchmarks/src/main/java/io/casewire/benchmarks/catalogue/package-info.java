/** Loads invented cases into a catalogue and compares what storing, linking and finding them costs. */
@NullMarked
package io.casewire.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
