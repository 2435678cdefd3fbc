/** Finding cases: a Lucene index derived from the stored cases, text queries, filters, facets and stable pages. */
@NullMarked
package io.casewire.catalog.search;

import org.jspecify.annotations.NullMarked;
