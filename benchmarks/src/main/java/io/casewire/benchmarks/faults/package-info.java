/** What must hold when something goes wrong, tried with a history and a checker. */
@NullMarked
package io.casewire.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
