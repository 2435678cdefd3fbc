/** Quantified effects as data: amounts in units that can be compared, changes in per cent, and conditions on both. */
@NullMarked
package io.casewire.catalog.figure;

import org.jspecify.annotations.NullMarked;
