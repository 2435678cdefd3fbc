/** Milestones out of chronicles (大事记). */
@NullMarked
package io.casewire.parsing.genre.chronicle;

import org.jspecify.annotations.NullMarked;
