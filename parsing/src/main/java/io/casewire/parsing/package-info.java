/** The facade of parsing: bytes in, records out; pure, no server needed. */
@NullMarked
package io.casewire.parsing;

import org.jspecify.annotations.NullMarked;
