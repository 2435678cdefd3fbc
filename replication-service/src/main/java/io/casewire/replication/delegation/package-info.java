/** Lines that a region hands down to a part of it, or to an office. */
@NullMarked
package io.casewire.replication.delegation;

import org.jspecify.annotations.NullMarked;
