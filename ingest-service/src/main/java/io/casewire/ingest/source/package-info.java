/** Watched sources: list pages and feeds that are looked at by a schedule, and what they lead to taken as documents. */
@NullMarked
package io.casewire.ingest.source;

import org.jspecify.annotations.NullMarked;
