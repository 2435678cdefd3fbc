/** How likely two tellings are of one innovation, and who is worth comparing. Pure: nothing here knows a store or a topic. */
@NullMarked
package io.casewire.catalog.lineage.likeness;

import org.jspecify.annotations.NullMarked;
