/** Write-ups of several cases, also where newspaper columns came out of order. */
@NullMarked
package io.casewire.parsing.genre.casestudy;

import org.jspecify.annotations.NullMarked;
