/** Reads documents, turns them into records and publishes them. */
@NullMarked
package io.casewire.ingest;

import org.jspecify.annotations.NullMarked;
