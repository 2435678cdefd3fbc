/** Files of other formats than text, taken apart into blocks that parsing reads. */
@NullMarked
package io.casewire.extraction;

import org.jspecify.annotations.NullMarked;
