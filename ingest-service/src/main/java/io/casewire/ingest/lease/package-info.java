/** Leases on stored documents, so that several instances share the work and a dead one's is taken over. */
@NullMarked
package io.casewire.ingest.lease;

import org.jspecify.annotations.NullMarked;
