/** Evidence. */
@NullMarked
package io.casewire.replication.evidence;

import org.jspecify.annotations.NullMarked;
