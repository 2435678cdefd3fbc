/** What a repaired document is made of: paragraphs and tables, each knowing the original lines it came from. */
@NullMarked
package io.casewire.parsing.layout;

import org.jspecify.annotations.NullMarked;
