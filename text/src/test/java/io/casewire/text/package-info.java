/** Tests of texts made comparable and clean. */
@NullMarked
package io.casewire.text;

import org.jspecify.annotations.NullMarked;
