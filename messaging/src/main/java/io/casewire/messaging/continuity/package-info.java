/**
 * Whether a service's store and the log still belong together: each remembers the other, so that the loss of one is told at the next
 * start instead of being taken for a beginning.
 */
@NullMarked
package io.casewire.messaging.continuity;

import org.jspecify.annotations.NullMarked;
