/** Which reform domain a case belongs to: by its printed category, else by its words. */
@NullMarked
package io.casewire.ingest.domain;

import org.jspecify.annotations.NullMarked;
