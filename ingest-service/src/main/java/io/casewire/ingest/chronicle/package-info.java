/** Milestones out of chronicles (大事记). */
@NullMarked
package io.casewire.ingest.chronicle;

import org.jspecify.annotations.NullMarked;
