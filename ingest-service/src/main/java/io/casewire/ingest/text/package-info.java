/** From bytes to repaired text: strict decoding, markup, widths and blanks, page breaks, furniture. */
@NullMarked
package io.casewire.ingest.text;

import org.jspecify.annotations.NullMarked;
