/** Derives from the promotion of a case what each region in its scope has to do about it. */
@NullMarked
package io.casewire.replication.obligation;

import org.jspecify.annotations.NullMarked;
