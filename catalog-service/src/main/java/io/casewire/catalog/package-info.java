/** The catalogue: every case with its history, searchable. */
@NullMarked
package io.casewire.catalog;

import org.jspecify.annotations.NullMarked;
