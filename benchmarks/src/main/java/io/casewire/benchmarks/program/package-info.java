/** Programs in processes of their own, so that each one's processor time can be told. */
@NullMarked
package io.casewire.benchmarks.program;

import org.jspecify.annotations.NullMarked;
