/** Files of other formats than text: the processes that take them apart, and what becomes of an archive's members. */
@NullMarked
package io.casewire.ingest.extraction;

import org.jspecify.annotations.NullMarked;
