@NullMarked
package io.casewire.benchmarks.replication;

import org.jspecify.annotations.NullMarked;
