/** The same innovation told in several documents: which cases belong together, how surely, and what people decided. */
@NullMarked
package io.casewire.catalog.lineage;

import org.jspecify.annotations.NullMarked;
