@NullMarked
package io.casewire.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
