@NullMarked
package io.casewire.catalog.lineage;

import org.jspecify.annotations.NullMarked;
