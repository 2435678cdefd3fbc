/** How values lie in MongoDB. */
@NullMarked
package io.casewire.replication.store;

import org.jspecify.annotations.NullMarked;
