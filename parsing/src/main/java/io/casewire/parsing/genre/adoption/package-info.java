/** Sentences of reports that say which region replicated which result. */
@NullMarked
package io.casewire.parsing.genre.adoption;

import org.jspecify.annotations.NullMarked;
