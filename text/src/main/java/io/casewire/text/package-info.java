/** What makes two texts the same for Casewire, and how a printed text is made clean: widths, glyphs, scripts, keys. Pure. */
@NullMarked
package io.casewire.text;

import org.jspecify.annotations.NullMarked;
