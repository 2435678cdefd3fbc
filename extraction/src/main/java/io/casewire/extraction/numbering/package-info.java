/** What word processors print in front of the paragraphs of a list, from the list's definition. */
@NullMarked
package io.casewire.extraction.numbering;

import org.jspecify.annotations.NullMarked;
