/** A case on one page, for print and to hand on: as HTML and as PDF. */
@NullMarked
package io.casewire.catalog.brief;

import org.jspecify.annotations.NullMarked;
