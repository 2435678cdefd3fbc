@NullMarked
package io.casewire.benchmarks.notify;

import org.jspecify.annotations.NullMarked;
