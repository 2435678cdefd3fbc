/** Under which address readers reach this installation. */
@NullMarked
package io.casewire.catalog.address;

import org.jspecify.annotations.NullMarked;
