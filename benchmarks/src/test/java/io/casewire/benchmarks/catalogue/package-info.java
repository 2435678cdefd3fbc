@NullMarked
package io.casewire.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
