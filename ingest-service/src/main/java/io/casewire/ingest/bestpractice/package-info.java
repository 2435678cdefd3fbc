/** Collections of best practices, a chapter a case with its practice and its effects. */
@NullMarked
package io.casewire.ingest.bestpractice;

import org.jspecify.annotations.NullMarked;
