/** Write-ups of several cases, also where newspaper columns came out of order. */
@NullMarked
package io.casewire.ingest.casestudy;

import org.jspecify.annotations.NullMarked;
