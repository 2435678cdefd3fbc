/** The genres of documents: the boundary to the recognisers, each of which reads one kind of record out of one genre, and all of them by name. */
@NullMarked
package io.casewire.parsing.genre;

import org.jspecify.annotations.NullMarked;
