/** Which cases tell of the same innovation, as the catalogue's links say. */
@NullMarked
package io.casewire.replication.lineage;

import org.jspecify.annotations.NullMarked;
