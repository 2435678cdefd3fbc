/** The facade of parsing: bytes in, records out; pure, no server needed. */
@NullMarked
package io.casewire.ingest.parse;

import org.jspecify.annotations.NullMarked;
