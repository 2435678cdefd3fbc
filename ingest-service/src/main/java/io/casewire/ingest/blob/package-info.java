/** Bytes kept in the store under their SHA-256: originals, repaired texts, records, plans. */
@NullMarked
package io.casewire.ingest.blob;

import org.jspecify.annotations.NullMarked;
