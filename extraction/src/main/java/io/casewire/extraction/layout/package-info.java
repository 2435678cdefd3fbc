/** From positioned glyphs and ruling lines to lines, columns, paragraphs and tables, for formats that know pages only. */
@NullMarked
package io.casewire.extraction.layout;

import org.jspecify.annotations.NullMarked;
