/** The way in over HTTP: uploads with their limits, and what has become of a document. */
@NullMarked
package io.casewire.ingest.document;

import org.jspecify.annotations.NullMarked;
