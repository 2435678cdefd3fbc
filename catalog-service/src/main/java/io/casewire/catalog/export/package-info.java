/** Search results as files: NDJSON, CSV and XLSX, written as they are read. */
@NullMarked
package io.casewire.catalog.export;

import org.jspecify.annotations.NullMarked;
