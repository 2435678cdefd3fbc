/** Tasks. */
@NullMarked
package io.casewire.replication.plan;

import org.jspecify.annotations.NullMarked;
