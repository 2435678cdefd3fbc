/** How fast documents are parsed, beside regular expressions for the same fields. */
@NullMarked
package io.casewire.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
