/** Reads texts in Office Open XML, ISO/IEC 29500, from their markup. */
@NullMarked
package io.casewire.extraction.docx;

import org.jspecify.annotations.NullMarked;
