/** Reads PDF files with a text layer. */
@NullMarked
package io.casewire.extraction.pdf;

import org.jspecify.annotations.NullMarked;
