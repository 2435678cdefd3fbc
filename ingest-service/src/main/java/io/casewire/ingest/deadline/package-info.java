/** When work has to be done by, out of printed time limits. */
@NullMarked
package io.casewire.ingest.deadline;

import org.jspecify.annotations.NullMarked;
