/** Reads OFD files (GB/T 33190) whose text is text. */
@NullMarked
package io.casewire.extraction.ofd;

import org.jspecify.annotations.NullMarked;
