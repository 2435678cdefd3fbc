/** Sentences of reports that say which region replicated which result. */
@NullMarked
package io.casewire.ingest.adoption;

import org.jspecify.annotations.NullMarked;
