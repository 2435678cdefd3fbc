/** Workbooks of Office Open XML, transitional and strict: sheets as paragraphs and tables, cells as a reader sees them. */
@NullMarked
package io.casewire.extraction.xlsx;

import org.jspecify.annotations.NullMarked;
