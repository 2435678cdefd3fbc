/** Values that people put in the place of parsed ones, kept over every later parse. */
@NullMarked
package io.casewire.ingest.correction;

import org.jspecify.annotations.NullMarked;
