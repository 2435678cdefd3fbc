/** What the real documents must yield. */
@NullMarked
package io.casewire.parsing.corpus;

import org.jspecify.annotations.NullMarked;
