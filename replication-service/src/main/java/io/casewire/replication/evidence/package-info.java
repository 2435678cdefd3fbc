/** Joins what documents say about adoptions to the obligations they speak of. */
@NullMarked
package io.casewire.replication.evidence;

import org.jspecify.annotations.NullMarked;
