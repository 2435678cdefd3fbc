/** Collections of best practices, a chapter a case with its practice and its effects. */
@NullMarked
package io.casewire.parsing.genre.bestpractice;

import org.jspecify.annotations.NullMarked;
