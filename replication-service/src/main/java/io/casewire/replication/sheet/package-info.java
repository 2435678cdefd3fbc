/** Tables that people's spreadsheet programs write, read row by row in bounded memory. */
@NullMarked
package io.casewire.replication.sheet;

import org.jspecify.annotations.NullMarked;
