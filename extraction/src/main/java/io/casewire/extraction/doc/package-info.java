/** Reads texts of Word 97 to 2003, [MS-DOC]. */
@NullMarked
package io.casewire.extraction.doc;

import org.jspecify.annotations.NullMarked;
