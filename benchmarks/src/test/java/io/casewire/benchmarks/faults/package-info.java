@NullMarked
package io.casewire.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
