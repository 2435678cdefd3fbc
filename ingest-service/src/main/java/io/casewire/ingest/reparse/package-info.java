/** Reads kept originals again with the parser of today, beside normal work: one run at a time, taken up wherever it was cut off. */
@NullMarked
package io.casewire.ingest.reparse;

import org.jspecify.annotations.NullMarked;
