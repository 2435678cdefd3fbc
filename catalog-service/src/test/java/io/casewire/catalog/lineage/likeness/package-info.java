@NullMarked
package io.casewire.catalog.lineage.likeness;

import org.jspecify.annotations.NullMarked;
