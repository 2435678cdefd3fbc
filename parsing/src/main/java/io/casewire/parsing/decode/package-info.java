/** From bytes to text: character sets told apart strictly, mojibake recognised. */
@NullMarked
package io.casewire.parsing.decode;

import org.jspecify.annotations.NullMarked;
