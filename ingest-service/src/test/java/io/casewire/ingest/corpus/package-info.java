/** What the real documents must yield. */
@NullMarked
package io.casewire.ingest.corpus;

import org.jspecify.annotations.NullMarked;
