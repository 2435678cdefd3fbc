/** Zip archives of documents: the names their writers meant, and the members that are read. */
@NullMarked
package io.casewire.extraction.zip;

import org.jspecify.annotations.NullMarked;
