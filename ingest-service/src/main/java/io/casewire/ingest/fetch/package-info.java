/** Files by URL: of allowed hosts only, through the guard, within limits; whatever a host does is an outcome. */
@NullMarked
package io.casewire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
