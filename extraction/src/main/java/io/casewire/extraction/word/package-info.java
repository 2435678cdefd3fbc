/** What the two formats of word processors share: fields, symbols, the blocks that come of them. */
@NullMarked
package io.casewire.extraction.word;

import org.jspecify.annotations.NullMarked;
